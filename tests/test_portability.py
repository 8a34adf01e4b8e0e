"""What only POSIX has is called behind a question for the platform, and nowhere imported first."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
POSIX_MODULES = frozenset(
    "fcntl resource pwd grp termios tty pty syslog posix crypt spwd readline curses".split()
)
POSIX_NAMES = {
    "os": frozenset(
        "fork forkpty killpg getuid geteuid getgid getegid getgroups setuid setgid setsid getpgid"
        " setpgid getpgrp tcgetpgrp wait wait3 wait4 waitid WNOHANG WIFSIGNALED WTERMSIG"
        " WEXITSTATUS chown lchown fchown fchmod lchmod chroot mkfifo mknod sync fdatasync pread"
        " pwrite preadv"
        " pwritev sendfile nice uname sysconf statvfs fstatvfs getloadavg posix_spawn"
        " sched_getaffinity sched_setaffinity memfd_create O_NONBLOCK O_NOFOLLOW O_DIRECTORY"
        " O_CLOEXEC O_SYNC O_DSYNC O_NOCTTY O_PATH O_TMPFILE getxattr setxattr ttyname openpty"
        " ctermid initgroups setpriority getpriority".split()
    ),
    "signal": frozenset(
        "SIGKILL SIGHUP SIGALRM SIGTRAP SIGQUIT SIGUSR1 SIGUSR2 SIGCHLD SIGPIPE SIGSTOP SIGCONT"
        " SIGTSTP SIGTTIN SIGTTOU SIGWINCH SIGBUS SIGXCPU SIGXFSZ alarm setitimer getitimer"
        " ITIMER_REAL pause pthread_kill pthread_sigmask sigwait siginterrupt".split()
    ),
    "socket": frozenset({"AF_UNIX", "socketpair_unix", "SO_PEERCRED", "SCM_RIGHTS"}),
    "time": frozenset({"tzset", "pthread_getcpuclockid"}),
}
POSIX_ARGUMENTS = frozenset({"preexec_fn", "start_new_session", "pass_fds", "dir_fd", "umask"})
ASKS = re.compile(r"\bsys\.platform\b|\bos\.name\b|\bhasattr\(")
LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)


def posix_only(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Each name of POSIX alone that ``tree`` uses where nobody has asked for the platform."""
    yield from _in_block(tree.body)


def _in_block(body: list[ast.stmt]) -> Iterator[tuple[int, str]]:
    for statement in body:
        if isinstance(statement, ast.Assert) and _asks(statement.test):
            return
        if isinstance(statement, ast.If) and _asks(statement.test):
            if _leaves(statement.body[-1]):
                return  # what follows is for the other platforms
            continue
        yield from _in_node(statement)


def _in_node(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.IfExp | ast.BoolOp) and _asks(node):
        return
    if (name := _posix_name(node)) is not None:
        yield getattr(node, "lineno", 0), name
    for _, value in ast.iter_fields(node):
        if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
            yield from _in_block(value)
        else:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _in_node(child)


def _leaves(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.With):
        return _leaves(statement.body[-1])
    return isinstance(statement, LEAVES)


def _asks(node: ast.AST) -> bool:
    return ASKS.search(ast.unparse(node)) is not None


def _posix_name(node: ast.AST) -> str | None:
    match node:
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            return f"{module}.{name}" if name in POSIX_NAMES.get(module, ()) else None
        case ast.Import(names=names):
            return next((a.name for a in names if a.name.split(".")[0] in POSIX_MODULES), None)
        case ast.ImportFrom(module=str(module), names=names):
            if module.split(".")[0] in POSIX_MODULES:
                return module
            taken = POSIX_NAMES.get(module, frozenset())
            return next((f"{module}.{a.name}" for a in names if a.name in taken), None)
        case ast.keyword(arg=str(name)) if name in POSIX_ARGUMENTS:
            return f"{name}="
    return None


def test_what_only_posix_has_is_used_where_the_platform_was_asked() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in sorted((ROOT / "bnews_desk").rglob("*.py"))
        for line, name in posix_only(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import signal\nKINDS = {signal.SIGTRAP}", ["signal.SIGTRAP"]),
        ("def f():\n    os.fork()", ["os.fork"]),
        ("from os import geteuid", ["os.geteuid"]),
        ("def f():\n    import resource", ["resource"]),
        ("try:\n    import fcntl\nexcept ImportError:\n    pass", ["fcntl"]),
        ("flags = os.O_RDONLY | os.O_NONBLOCK", ["os.O_NONBLOCK"]),
        ("socket.socket(socket.AF_UNIX)", ["socket.AF_UNIX"]),
        ("Popen(command, start_new_session=True)", ["start_new_session="]),
        ("if is_ready:\n    os.killpg(1, 9)\nelse:\n    os.sync()", ["os.killpg", "os.sync"]),
        ("flags = getattr(os, 'O_NONBLOCK', 0)", []),
        ("if sys.platform == 'linux':\n    os.fork()", []),
        ("if sys.platform == 'win32':\n    end()\nelse:\n    os.killpg(1, 9)", []),
        ("def f():\n    if os.name == 'nt':\n        return\n    os.sync()", []),
        ("assert sys.platform != 'win32'\nimport fcntl", []),
        ("def f():\n    if hasattr(os, 'sync'):\n        os.sync()", []),
        ("is_ours = os.name == 'nt' or os.geteuid() == 0", []),
        ("if sys.platform == 'win32':\n    begin()\nos.fork()", ["os.fork"]),
    ],
)
def test_the_reader_sees_what_nobody_has_asked_for(source: str, found: list[str]) -> None:
    assert [name for _, name in posix_only(ast.parse(source))] == found
