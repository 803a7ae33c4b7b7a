"""Every action of AuthorizedConnectApp."""
