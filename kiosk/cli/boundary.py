"""Where errors end: every command answers with an exit code and a sentence, and nothing a person typed is repeated.

Exit 0 done, 1 refused or found wanting, 2 usage, 130 interrupted. What was typed may be a waybill or a code, and the
words of a command may end in a service's log; so mistakes in usage are told without it.
"""

import importlib
import logging
import sys
from collections.abc import Mapping
from typing import Any

import click

from kiosk.errors import KioskFault

INTERRUPTED = 130
log = logging.getLogger(__name__)


class _Discreet(click.Command):
    """Usage errors do not repeat what was typed."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            near = f" Did you mean {', '.join(sorted(error.possibilities))}?" if error.possibilities else ""
            raise click.UsageError(f"There is no such option.{near}", ctx) from None
        except click.UsageError as error:
            if type(error) is not click.UsageError:  # the others name the option, not what was typed
                raise
            raise click.UsageError("These are more words than the command takes.", ctx) from None


class Command(_Discreet):
    """A command."""


class Group(_Discreet, click.Group):
    """A group of commands."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            commands = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"There is no such command. Commands: {commands}.", ctx) from None


class LazyGroup(Group):
    """The outermost group: imports a command when it is called, and ends every error."""

    def __init__(self, *args: Any, table: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return sorted(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        if cmd_name not in self._table:
            return None
        module, _, attribute = self._table[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command), "the table names commands"
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """From the table, so that help imports nothing."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._table[name][1]) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise  # click ends these as they should be: usage, an exit code, a reader that has gone
        except KioskFault as fault:
            _end(fault.sentence)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None
        except click.Abort as abort:  # a prompt was left
            if isinstance(abort.__context__, KeyboardInterrupt):
                raise click.exceptions.Exit(INTERRUPTED) from None
            _end("Not everything was answered, so nothing was done.")
        except OSError as error:
            _end(f"The system could not do it: {error.strerror or type(error).__name__}.")
        except Exception as error:  # noqa: BLE001  # the outermost boundary: a person gets a sentence, never a traceback
            log.error("unforeseen: %s", type(error).__name__)  # the kind alone: its text may hold a code
            _end("Something went wrong that nobody foresaw. Nothing half-done was kept; call a technician.")


def _end(sentence: str) -> None:
    click.echo(sentence, err=True)
    raise click.exceptions.Exit(1) from None
