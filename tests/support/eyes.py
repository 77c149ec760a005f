"""A process of its own that sees the windows of a display as a screen reader does: through AT-SPI.

Run it with the system's Python, whose `gi` knows AT-SPI. Each line that comes in is a JSON list, a word and
what belongs to it; each line that goes out is the answer. `look` gives all that is showing as nodes; `press`
and `write` act on one of them by its number; `heard` gives what was announced since it was asked last.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402  (only now is it known which version is meant)

TOLD = {
    Atspi.StateType.CHECKED: "checked",
    Atspi.StateType.FOCUSED: "focused",
    Atspi.StateType.FOCUSABLE: "focusable",
    Atspi.StateType.ENABLED: "enabled",
    Atspi.StateType.EDITABLE: "editable",
}
DEEPEST = 60


def main() -> None:
    wake()
    eyes = Eyes()
    print("awake", flush=True)
    for line in sys.stdin:
        word, *given = json.loads(line)
        print(json.dumps(getattr(eyes, word)(*given)), flush=True)


def wake() -> None:
    """Say on the session's bus that somebody reads, as a screen reader does when it starts."""
    on = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    where = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", on)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync(*where, None, Gio.DBusCallFlags.NONE, 10_000)


class Eyes:
    """What was seen last, and what was heard since."""

    def __init__(self) -> None:
        Atspi.init()
        self._seen: list[Any] = []
        self._heard: list[str] = []
        self._listener = Atspi.EventListener.new(lambda event: self._heard.append(str(event.any_data)))
        self._listener.register("object:announcement")

    def look(self) -> list[dict[str, Any]]:
        self._seen, told = [], []
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            for node, depth in showing(desktop.get_child_at_index(number), 0):
                try:
                    told.append({**described(node), "depth": depth})
                except GLib.Error:
                    continue  # it went while it was looked at
                self._seen.append(node)
        return told

    def press(self, number: int) -> bool:
        return bool(Atspi.Action.do_action(self._seen[number], 0))

    def write(self, number: int, text: str) -> bool:
        return bool(Atspi.EditableText.set_text_contents(self._seen[number], text))

    def heard(self) -> list[str]:
        waiting = GLib.MainContext.default()
        while waiting.iteration(False):
            pass
        heard, self._heard = self._heard, []
        return heard


def showing(node: Any, depth: int) -> Iterator[tuple[Any, int]]:
    """The node and all that is showing in it; what goes meanwhile is left out."""
    if node is None or depth > DEEPEST:
        return
    try:
        children = [node.get_child_at_index(at) for at in range(node.get_child_count())]
    except GLib.Error:
        return
    yield node, depth
    for child in children:
        try:
            if child is not None:
                child.clear_cache()  # a state that nobody told of since is not to be believed
            seen = child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING)
        except GLib.Error:
            continue
        if seen:
            yield from showing(child, depth + 1)


def described(node: Any) -> dict[str, Any]:
    states, can = node.get_state_set(), node.get_interfaces()
    box = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN) if "Component" in can else None
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "text": Atspi.Text.get_text(node, 0, -1) if "Text" in can else "",
        "states": [name for state, name in TOLD.items() if states.contains(state)],
        "labelled": labels(node),
        "box": [box.x, box.y, box.width, box.height] if box is not None else None,
    }


def labels(node: Any) -> list[str]:
    kind = Atspi.RelationType.LABELLED_BY
    found = (relation for relation in node.get_relation_set() if relation.get_relation_type() == kind)
    return [it.get_target(at).get_name() for it in found for at in range(it.get_n_targets())]


if __name__ == "__main__":
    main()
