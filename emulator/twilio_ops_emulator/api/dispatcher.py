"""The desk: what a request means, which faults strike it, who asks, what is answered."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from twilio_ops_emulator.api.apis import Api, Hosts
from twilio_ops_emulator.api.auth import Access
from twilio_ops_emulator.api.context import Context
from twilio_ops_emulator.api.errors import EmulatorError, NotEmulated, Refusal
from twilio_ops_emulator.api.matching import MatchedRequest, Target, Targets
from twilio_ops_emulator.api.messages import Request, Response, read_form
from twilio_ops_emulator.api.render import Page, Renderer
from twilio_ops_emulator.api.routes import Route, split_suffix
from twilio_ops_emulator.api.test_credentials import TestCredentials
from twilio_ops_emulator.behaviour.base import Behaviour, behaviour_of
from twilio_ops_emulator.control.faults import Fault, Faults, Plan
from twilio_ops_emulator.model import ActionModel
from twilio_ops_emulator.state.index import Row
from twilio_ops_emulator.state.state import State

FORM = "application/x-www-form-urlencoded"
LONGEST = 1 << 20
"""The longest form that is taken, in bytes."""


class Dispatcher:
    """Answers requests, one after the other; its caller holds the lock while it does.

    Args:
        apis: What is served, the main API first.
        concurrency: How many requests an account may have under way; None = any number.

    Attributes:
        faults: The rules that make answers fail.

    Raises:
        EmulatorError: The concurrency is not a number from 1.
    """

    def __init__(self, apis: Sequence[Api], concurrency: int | None) -> None:
        if concurrency is not None and concurrency < 1:
            raise EmulatorError(f"concurrency: {concurrency} is not a number from 1")
        self._apis = {api.name: api for api in apis}
        self.hosts = Hosts(apis)
        catalog, facts = apis[0].catalog, apis[0].facts
        self._catalog = catalog
        self._facts = facts
        self._concurrency = concurrency
        self._test_credentials = TestCredentials(facts["test_credentials"])
        self._headers: Mapping[str, str] = facts["service"]["headers"]
        self._targets = Targets(self.hosts)
        self._counting = threading.Lock()
        self._under_way: dict[str, int] = {}
        self._other_formats = tuple(facts["service"]["other_formats"])
        self.faults = Faults({api.name: api.catalog for api in apis})
        self._state: State
        self._renderers: dict[str, Renderer] = {}
        self._access: Access

    @property
    def products(self) -> list[str]:
        """The names of the products besides the main one."""
        return [name for name in self._apis if name]

    def renderer(self, product: str = "") -> Renderer:
        """What writes the answers of a product; of the main one, if none is named."""
        renderer = self._renderers.get(product)
        if renderer is None:
            state = self.state(product)
            facts = state.facts["service"]
            renderer = Renderer(state.catalog, state.errors, facts, state.bases)
            self._renderers[product] = renderer
        return renderer

    def state(self, product: str = "") -> State:
        """What a product holds; it holds nothing before it is first asked for."""
        main = self._state
        if not product:
            return main
        state = main.products.get(product)
        if state is None:
            api = self._apis[product]
            state = State(
                api.catalog,
                api.facts,
                main.clock,
                main.make,
                main.listeners,
                strict=main.rules.strict,
                check_senders=main.check_senders,
                main=main,
                name=product,
            )
            main.products[product] = state
        return state

    def settle(self, state: State, test_account: str) -> None:
        """Answer from a state, from now on.

        Args:
            state: The state.
            test_account: The account of the test credentials.
        """
        self._state = state
        self._renderers.clear()
        self._access = Access(state, test_account)

    # -- before and after ---------------------------------------------------------------------

    def match(self, method: str, path: str, host: str = "") -> MatchedRequest:
        """What a request means and which faults strike it; counts it as under way.

        Args:
            method: Its method.
            path: Its path as it was sent.
            host: The host that it names.
        """
        target = self._targets.find(method, path, host)
        name = None if target.route is None else target.route.action.name
        with self._counting:
            known = MatchedRequest(target, self.faults.plan(target.names, name, target.account))
            self._under_way[known.slot] = self._under_way.get(known.slot, 0) + 1
        return known

    def forget(self, slot: str) -> None:
        """Count a request as under way no longer."""
        with self._counting:
            left = self._under_way.get(slot, 1) - 1
            if left > 0:
                self._under_way[slot] = left
            else:
                self._under_way.pop(slot, None)

    def under_way(self) -> dict[str, int]:
        """How many requests are under way, by account."""
        with self._counting:
            return dict(self._under_way)

    # -- one request --------------------------------------------------------------------------

    def answer(self, request: Request, known: MatchedRequest) -> Response:
        """The answer to a request, with whatever faults do to it.

        Args:
            request: The request.
            known: What was matched of it.
        """
        started = time.perf_counter()
        plan, target, slot = known.plan, known.target, known.slot
        suffix = target.suffix
        renderer = self.renderer() if target.api is None else self.renderer(target.api.name)
        under_way = self._under_way.get(slot, 1)
        try:
            if plan is not None and plan.before is not None:
                response = self._struck(plan.before, renderer, suffix)
            elif self._concurrency is not None and under_way > self._concurrency:
                raise self._state.errors.case("too_many")
            else:
                response = self._carry_out(request, known)
        except NotEmulated as unknown:  # whoever asks for no format reads JSON rather than XML
            response = self._refused(unknown, renderer, suffix or ".json")
        except Refusal as refusal:
            response = self._refused(refusal, renderer, suffix)
        response.slot = slot
        if plan is not None:
            self._strike(response, plan, renderer, suffix)
        facts = self._headers
        if (name := self._catalog.request_id) is not None:
            response.headers[name] = _request_id(facts["request_id_prefix"])
        if (name := self._catalog.under_way) is not None:
            response.headers[name] = str(under_way)
        response.headers[facts["duration"]] = f"{time.perf_counter() - started:.3f}"
        return response

    def failed(self, path: str) -> Response:
        """The answer that says the emulator itself failed."""
        _, suffix = split_suffix(path)
        return self._refused(self._state.errors.case("failure"), self.renderer(), suffix)

    def _route(self, known: Target) -> Route:
        if known.route is None:
            if known.methods is not None:
                refusal = self._state.errors.case("method")
                refusal.headers["Allow"] = ", ".join(known.methods)
                raise refusal
            if known.api is None:
                served = ", ".join(self.hosts.names)
                raise NotEmulated(f"this host is not served; these are: {served}.")
            host = known.api.catalog.host
            raise NotEmulated(f"{host} has no path {known.path} in the catalog.")
        if known.path.endswith(self._other_formats):
            raise NotEmulated("answers have the formats JSON and XML only.")
        return known.route

    def _carry_out(self, request: Request, known: MatchedRequest) -> Response:
        route = self._route(known.target)
        context = self._context(request, known, route)
        action, suffix = context.action, context.suffix
        behaviour = behaviour_of(context.state, context.model.key)
        behaviour.require_parents(context)
        if not suffix and action.name == "Get" and (found := behaviour.media(context)) is not None:
            return found
        if action.cardinality != "many":
            context.values = context.state.rules.decode(action, context.sent)
            if context.test:
                self._test_credentials.check(context)
        response = self._done(context, behaviour)
        if context.status is not None:
            response.status = context.status
        return response

    def _context(self, request: Request, known: MatchedRequest, route: Route) -> Context:
        """Who asks for what, as far as they may."""
        target, action, keys = known.target, route.action, dict(route.keys)
        if action.security == "basic":
            caller = self._access.caller(request.headers)
        else:  # whoever asks; what the path does not say is the main account's
            caller = self._access.nobody()
        self._access.permit(caller, action)
        account_key = self._catalog.account_key
        sid = keys.get(account_key) or (keys["Sid"] if _is_account(action, keys) else None)
        account = caller.account if sid is None else self._access.reach(caller, sid)
        if action.owner.implied:
            keys[account_key] = account["sid"]
        context = Context(
            state=self.state(target.api.name if target.api is not None else ""),
            model=action.owner,
            action=action,
            keys=keys,
            account=account,
            caller=caller.account,
            sent=self._sent(request, action),
            path=target.path,
            suffix=target.suffix,
            test=caller.test,
            lag=0.0 if known.plan is None else known.plan.lag,
        )
        if account_key in keys:
            self._access.require_active(account)
        if caller.test:
            self._test_credentials.permit(context)
        return context

    def _done(self, context: Context, behaviour: Behaviour) -> Response:
        action = context.action
        result: Row | Page | None
        if action.cardinality == "many":
            result = behaviour.query(context)
        else:
            result = getattr(behaviour, action.name.lower())(context)
        status = action.status[0]
        if result is None:
            return Response(204 if status == 200 else status)
        renderer = self.renderer(context.state.name)
        headers = {"Content-Type": renderer.media_type(context.suffix)}
        if isinstance(result, Page):
            body = renderer.page(context.model, result, "Query", context.suffix)
        else:
            model = context.model
            if action.answers is not None:
                model = context.state.catalog.objects.get(action.answers, model)
            if action.redirect is not None:
                headers["Location"] = result[action.redirect]
            body = renderer.record(model, result, action.name, context.suffix)
        return Response(status, headers, body)

    def _sent(self, request: Request, action: ActionModel) -> Sequence[tuple[str, Any]]:
        query = read_form(request.query)
        if action.method == "GET":
            return query
        if len(request.body) > LONGEST:
            raise Refusal(413, f"The body is longer than {LONGEST} bytes.")
        coding = request.headers.get("content-encoding", "identity")
        if coding.lower() != "identity":
            raise self._state.errors.case("invalid", f"The body is {coding}, not plain.")
        kind = request.headers.get("content-type", FORM)
        if action.encoding == "json" and request.body:
            return [*query, *self._json(request.body)]
        if request.body and not kind.lower().startswith(FORM):
            raise self._state.errors.case("invalid", f"The body is {kind}, not a form.")
        try:
            form = read_form(request.body.decode())
        except UnicodeDecodeError:
            raise self._state.errors.case("invalid", "The body is not UTF-8.") from None
        return [*query, *form]

    def _json(self, body: bytes) -> list[tuple[str, Any]]:
        """The members of a JSON object, as parameters are sent."""
        try:
            found: dict[str, Any] = msgspec.json.decode(body, type=dict[str, Any])
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            raise self._state.errors.case("invalid", "The body is not a JSON object.") from None
        return [(name, value) for name, value in found.items() if value is not None]

    @staticmethod
    def _refused(refusal: Refusal, renderer: Renderer, suffix: str) -> Response:
        headers = {"Content-Type": renderer.media_type(suffix), **refusal.headers}
        return Response(refusal.status, headers, renderer.refusal(refusal, suffix))

    # -- faults -------------------------------------------------------------------------------

    def _struck(self, fault: Fault, renderer: Renderer, suffix: str) -> Response:
        """What is answered when a rule ends a request."""
        if fault.kind == "drop":
            return Response(0, fate="drop")
        errors = self._state.errors
        if fault.message is not None:
            refusal = Refusal(fault.status, fault.message, fault.code)
        elif fault.code is not None:
            refusal = errors.code(fault.code, status=fault.status)
        else:
            refusal = errors.case("failure")
            refusal.status = fault.status
        if fault.retry_after is not None:
            refusal.headers["Retry-After"] = str(fault.retry_after)
        return self._refused(refusal, renderer, suffix)

    def _strike(self, response: Response, plan: Plan, renderer: Renderer, suffix: str) -> None:
        """Do to an answer what rules say about the time after it was made."""
        response.delay += plan.delay
        fault = plan.after
        if fault is None:
            return
        if fault.kind == "status":
            struck = self._struck(fault, renderer, suffix)
            response.status, response.headers = struck.status, struck.headers
            response.body = struck.body
        elif fault.kind == "drop":
            response.fate = "drop"
        elif fault.kind == "cut":
            response.fate, response.sent = "cut", fault.bytes
        else:
            response.body = response.body[: fault.bytes]


def _is_account(action: ActionModel, keys: Mapping[str, str]) -> bool:
    """Whether the record that a path names is the account itself."""
    return action.owner.key == "Account" and "Sid" in keys


def _request_id(prefix: str) -> str:
    # Not the state's chance: how many requests were made must not change the Sids they make.
    return f"{prefix}{time.perf_counter_ns():032x}"
