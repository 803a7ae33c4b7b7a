"""Every action of ConnectApp."""
