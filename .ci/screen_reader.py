"""What `.ci/screen-reader` looks at: PROGRAM FILE [--tree], inside a D-Bus session and with a screen."""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# What a user can work, and what has to be told though it cannot be worked.
CONTROLS = {
    "button", "push button", "toggle button", "radio button", "check box", "entry", "password text", "combo box", "link",
    "menu item", "radio menu item", "check menu item", "slider", "spin button", "page tab", "list item", "table cell", "heading",
    "image", "alert", "frame", "dialog", "progress bar",
}
heard = []


def switch_on():
    """Tells programs that a screen reader listens."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None, 0, -1)


def listen():
    listener = Atspi.EventListener.new(lambda event: heard.append(event.any_data))
    listener.register("object:announcement")
    return listener


def pause(seconds):
    """Waits, and takes in what is announced meanwhile."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.02)


def until(what, find, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        pause(0.2)
    sys.exit(f"never came: {what}")


def window_of(process):
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(at)
        if app and app.get_process_id() == process.pid and app.get_child_count() > 0:
            return app
    return None


def tree(node):
    """The node and all below it, in the order in which they are read."""
    found = [node]
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child:
            found += tree(child)
    return found


class Node:
    def __init__(self, raw):
        self.raw = raw
        self.role = raw.get_role_name()
        self.name = raw.get_name() or ""
        self.description = raw.get_description() or ""
        states = raw.get_state_set()
        self.states = {state.value_nick for state in states.get_states()}

    def press(self):
        assert Atspi.Action.get_n_actions(self.raw) > 0, f"{self.name} cannot be pressed"
        assert Atspi.Action.do_action(self.raw, 0), f"{self.name} refuses to be pressed"


def nodes(app):
    for _ in range(5):
        try:
            return [Node(raw) for raw in tree(app)]
        except GLib.Error:
            # The tree changed while it was read.
            pause(0.2)
    sys.exit("the tree never holds still")


def one(app, start, role=None):
    found = [node for node in nodes(app) if node.name.startswith(start) and role in (None, node.role)]
    return found[0] if found else None


def check_names(app, where):
    """Every control, and whatever can have the focus, says what it is."""
    all_nodes = nodes(app)
    if "--tree" in sys.argv:
        for node in all_nodes:
            print(f"  {node.role} | {node.name} | {node.description[:60]} | {' '.join(sorted(node.states))}")
    silent = [node for node in all_nodes if node.role in CONTROLS and not node.name.strip()]
    # The line for alerts has nothing to say as long as nothing is wrong.
    silent = [node for node in silent if node.role != "alert"]
    assert not silent, f"{where}: without a name: {[(node.role, sorted(node.states)) for node in silent]}"
    focusable = [node for node in all_nodes if "focusable" in node.states]
    vague = [(node.role, node.name) for node in focusable if node.role in ("unknown", "invalid", "filler", "panel", "label")]
    assert not vague, f"{where}: can have the focus, and says not what it is: {vague}"
    assert len(focusable) >= 5, f"{where}: only {len(focusable)} controls"
    print(f"{where}: {len(all_nodes)} nodes, {len(focusable)} with focus, all with role and name")
    return all_nodes


def check_rubric(all_nodes):
    frame = next(node for node in all_nodes if node.role == "frame")
    assert "Voorbeeldbank N.V." in frame.name and "bank.trede" in frame.name, f"the window is called {frame.name}"
    cells = [node for node in all_nodes if node.role == "table cell"]
    assert len(cells) >= 10, f"only {len(cells)} cells"
    for cell in cells:
        assert cell.description, f"the text of {cell.name} is missing"
    assert sum("checked" in cell.states for cell in cells) == 1, "one cell is chosen"
    names = [node.name for node in all_nodes]
    rows = [names.index(title) for title in ("Zicht op risico's", "Benadering van risicoklanten")]
    first = [next(at for at, name in enumerate(names) if name.startswith(norm)) for norm in ("I.1.1 Z", "I.1.2 B")]
    assert rows[0] < first[0] < rows[1] < first[1], "the name of a row is read before its cells"
    chosen = [node.name for node in all_nodes if node.role == "radio button" and "checked" in node.states]
    assert any("voldaan: ja" in name for name in chosen), chosen
    for part in ("I", "II", "III", "IV", "V", "VI", "VII"):
        assert any(name.startswith(f"Onderdeel {part}: score ") for name in names), f"the score of {part} is missing"
    progress = next(node for node in all_nodes if node.role == "progress bar")
    assert Atspi.Value.get_current_value(progress.raw) == 12, "how far the part is"


def score(program, file):
    answer = subprocess.run([program, "score", file, "--json"], capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


def main():
    program, file = sys.argv[1:3]
    before = score(program, file)
    switch_on()
    listener = listen()
    process = subprocess.Popen([program, file], stdout=subprocess.DEVNULL)
    try:
        app = until("the window in the tree", lambda: window_of(process))
        total = until("the total", lambda: one(app, "Totaal "))
        first = total.name
        check_rubric(check_names(app, "rubric"))
        button = one(app, "I.3.1 voldaan: nee", "radio button")
        assert "checked" not in button.states
        button.press()
        until("the norm judged", lambda: "checked" in one(app, "I.3.1 voldaan: nee", "radio button").states)
        until("another total", lambda: (one(app, "Totaal ") or total).name != first)
        pause(1)
        last = one(app, "Totaal ").name
        print(f"{first}\n{last}\nheard: {heard}")
        assert any(said.startswith("Onderdeel I: ") and ", totaal " in said for said in heard), heard
        # What is copied is there for other programs.
        one(app, "Kopieer samenvatting").press()
        pause(1)
        copied = subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, text=True, timeout=10).stdout
        assert [said for said in heard if "klembord" in said] == heard[1:2], f"said once: {heard}"
        assert copied.startswith("Voor het onderdeel ") and "krijgt Voorbeeldbank N.V. een 2" in copied, copied
        one(app, "Overzicht").press()
        until("the charts", lambda: [node for node in nodes(app) if node.role == "image"])
        charts = [node.name for node in check_names(app, "overview") if node.role == "image"]
        assert all("V" in chart and "2" in chart for chart in charts), charts
        pause(2)
    finally:
        process.terminate()
        process.wait(20)
    after = score(program, file)
    assert before["total"] != after["total"]
    shown = after["total"]["display"]
    assert last.startswith(f"Totaal {shown},") and f"totaal {shown}" in heard[0], (shown, last, heard)
    listener.deregister("object:announcement")


main()
