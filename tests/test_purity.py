"""Proves that a pack can be made with nothing but Python: no lxml, threads, processes, network or writing."""

import subprocess
import sys
import textwrap


def test_a_pack_is_made_without_writing_threads_processes_network_or_lxml() -> None:
    program = textwrap.dedent(
        """
        import sys
        from datetime import date

        for name in ("lxml", "docx", "cookiecutter", "tomlkit", "numpy"):
            sys.modules[name] = None  # importing it now raises ImportError

        import groupkit.pack  # the modules themselves are read from disk before the gates close
        from groupkit import Group, build

        group = Group.from_answers(
            {"group.name": "Riverside Voices", "group.area": "Riverside", "group.nation": "wales"}
        )

        BLOCKED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.mkdir",
                   "os.rename", "os.remove", "os.rmdir", "shutil.", "tempfile.", "urllib.", "_thread.start_new_thread")

        def gate(event, args):
            if event.startswith(BLOCKED):
                raise RuntimeError(f"{event} {args}")
            if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
                raise RuntimeError(f"writing {args[0]}")

        sys.dont_write_bytecode = True
        sys.addaudithook(gate)
        pack = build(group, date=date(2027, 1, 5))
        files = pack.files
        print(len(files))
        """
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 16


def test_asking_for_help_loads_neither_writers_nor_word_libraries() -> None:
    program = (
        "import sys, groupkit.cli; print([m for m in ('docx', 'lxml', 'jinja2', 'cookiecutter') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
