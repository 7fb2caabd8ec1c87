"""Deciding on pairs and changing them."""

from __future__ import annotations

from aligner import edits
from aligner.article import Language
from aligner.bitext import Bitext, moved_to
from aligner.edits import side_of_pair
from aligner.errors import ImpossibleEdit
from aligner.project import Step
from aligner.term import Term
from tui.base import Held, tells
from tui.carets import Carets, split_carets, term_carets
from tui.moving import Moving


class Mending(Moving):
    """Actions that change pairs; every one can be undone."""

    # Deciding.

    def action_confirm(self) -> None:
        session = self.session
        if session.pair is None:
            return
        was_doubtful, before = session.pair.is_doubtful, session.row
        is_filtered, place = session.filter_name is not None, session.place
        if not self.is_writable():
            return
        change = self.do("confirm", edits.confirm, shows=False)
        if not change and session.pair.status != "confirmed":
            return
        # Confirming moves on: to the next doubtful pair if this was one, else to the next pair.
        row = session.next_doubtful() if was_doubtful else None
        if row is None and not (is_filtered and session.place != place):
            row = min(before + 1, len(session.shown) - 1)
        self.held = None
        self.go(session.row if row is None else row)
        if was_doubtful and not session.doubtful:
            self.say(self.words("no doubtful"))

    def action_review(self) -> None:
        self.do("review", edits.mark_for_review)

    def action_exclude(self) -> None:
        pair = self.session.pair
        excluded = pair is not None and pair.status == "excluded"
        self.do("exclude", edits.keep if excluded else edits.exclude)

    def action_note(self) -> None:
        from tui.dialogs.question import AskLine

        pair = self.session.pair
        if pair is None or not self.is_writable():
            return

        def answered(note: str | None) -> None:
            if note is not None:
                self.do("note", lambda bitext, place: edits.annotate(bitext, place, note))

        self.app.push_screen(AskLine(self.words("ask note"), pair.note), answered)

    # Shaping.

    def action_merge(self) -> None:
        self.do("merge", edits.merge)

    def action_merge_above(self) -> None:
        if self.session.place == 0:
            self.say(self.words("no pair above"), is_problem=True)
        elif self.do("merge_above", lambda bitext, place: edits.merge(bitext, place - 1)):
            self.session.place -= 1
            self.moved()

    def action_move_up(self) -> None:
        self._send(edits.move_up, "move_up")

    def action_move_down(self) -> None:
        self._send(edits.move_down, "move_down")

    def action_pull_from_above(self) -> None:
        self._send(edits.pull_from_above, "pull_from_above")

    def action_pull_from_below(self) -> None:
        self._send(edits.pull_from_below, "pull_from_below")

    def _send(self, edit: edits.SideEdit, name: str) -> None:
        language = self.session.language
        self.do(name, lambda bitext, place: edit(bitext, place, language))

    def action_swap(self) -> None:
        self.do("swap", edits.swap)

    def action_insert(self) -> None:
        if self.do("insert", lambda bitext, place: edits.insert(bitext, _below(bitext, place))):
            self.session.place = _below(self.session.bitext, self.session.place)
            self.moved()

    def drag(self, row: int, language: Language, onto: int) -> None:
        """Send the sentence nearest to the edge to the neighbour, or pinpoint two far cells."""
        session = self.session
        source, target = session.shown[row], session.shown[onto]
        session.place = source
        if abs(source - target) == 1:
            edit = edits.move_up if target < source else edits.move_down
            self.do("drag", lambda bitext, place: edit(bitext, place, language))
        elif language == "zh":
            self.do("drag", lambda bitext, _: edits.pinpoint(bitext, source, target))
        else:
            self.do("drag", lambda bitext, _: edits.pinpoint(bitext, target, source))
        session.place = min(target, max(session.count - 1, 0))
        self.moved()

    # Two cells.

    @tells
    def action_pinpoint(self) -> None:
        session = self.session
        pair = session.pair
        if pair is None or not self.is_writable():
            return
        held = self.held
        if held is None or held.purpose != "pinpoint":
            if side_of_pair(pair, session.language).is_empty:
                raise ImpossibleEdit(self.words(f"no {session.language}"))
            self._hold("pinpoint")
        elif held.language == session.language and held.place != session.place:
            self.say(self.words("hold other side", key=self.settings.key("pinpoint")))
        else:
            here = session.place
            zh, en = (held.place, here) if held.language == "zh" else (here, held.place)
            if self.do("pinpoint", lambda bitext, _: edits.pinpoint(bitext, zh, en)):
                self._go_to_confirmed(min(zh, en))

    def _go_to_confirmed(self, top: int) -> None:
        """Go to the pair that was just made: the confirmed one from a place on."""
        pairs = self.session.bitext.pairs
        self.session.place = next(
            (n for n in range(top, len(pairs)) if pairs[n].status == "confirmed"), top
        )
        self.moved()

    @tells
    def action_link(self) -> None:
        session = self.session
        pair = session.pair
        if pair is None or not self.is_writable():
            return
        if pair.is_full:
            raise ImpossibleEdit(self.words("link needs"))
        language: Language = "zh" if pair.zh_text else "en"
        proposed = moved_to(session.bitext).get(session.place)
        held = self.held
        if held is not None and held.purpose == "link" and held.language != language:
            self._link(language, session.place, held.place)
        elif proposed is not None:
            self._link(language, session.place, proposed)
        else:
            session.language = language
            self._hold("link")

    def _link(self, language: Language, here: int, there: int) -> None:
        zh, en = (here, there) if language == "zh" else (there, here)
        self.do("link", lambda bitext, _: edits.link(bitext, zh, en))

    def _hold(self, purpose: str) -> None:
        session = self.session
        self.held = Held(purpose, session.place, session.language)
        self.moved()
        self.say(
            self.words(
                "held",
                side=self.words(session.language),
                number=session.place + 1,
                key=self.settings.key(purpose),
            )
        )

    # Carets in the texts.

    def action_split(self) -> None:
        pair = self.session.pair
        if pair is not None and self.is_writable():
            language = self.session.language
            if not (pair.zh_text if language == "zh" else pair.en_text):
                language = "en" if language == "zh" else "zh"
            self._with_carets(split_carets(pair.zh_text, pair.en_text, language), "split how")

    def action_term(self) -> None:
        pair = self.session.pair
        if pair is not None and self.is_writable():
            if not pair.is_full:
                self.say(self.words("term needs"), is_problem=True)
                return
            carets = term_carets(pair.zh_text, pair.en_text, self.session.language)
            self._with_carets(self._at_match(carets), "term how")

    def _at_match(self, carets: Carets) -> Carets:
        """Begin with the surest words that answer to each other, where they are known."""
        known = self.explained
        if known is None or known[0] is not self.session.pair or not known[2]:
            return carets
        best = max(known[2], key=lambda match: match.strength)
        language = carets.language
        carets = carets.placed("zh", best.zh[1], anchor=best.zh[0])
        return carets.placed("en", best.en[1], anchor=best.en[0]).on(language)

    def _with_carets(self, carets: Carets, hint: str) -> None:
        self.carets = carets
        self.session.language = carets.language
        self.pairs.follow()
        self.say(self.words(hint))

    def caret_key(self, key: str) -> bool:
        """Take a key while there are carets; return whether it meant something."""
        carets = self.carets
        if carets is None:
            return False
        if key == "escape":
            self._without_carets()
        elif key in ("enter", "s") and carets.purpose == "split":
            self._without_carets()
            self.do(
                "split",
                lambda bitext, place: edits.split(bitext, place, carets.zh.at, carets.en.at),
            )
        elif key in ("enter", "t") and carets.purpose == "term":
            self._take_term(carets)
        elif (new := carets.pressed(key)) is not None:
            self.carets = new
            self.session.language = new.language
            self.pairs.follow()
        else:
            # No other key does anything to a pair that is half-way through being split.
            return key not in ("f1", "ctrl+q")
        return True

    def _without_carets(self) -> None:
        self.carets = None
        self.say("")
        self.pairs.follow()

    def _take_term(self, carets: Carets) -> None:
        zh = carets.zh_text[slice(*carets.zh.span)].strip()
        en = carets.en_text[slice(*carets.en.span)].strip()
        if not (zh and en):
            self.say(self.words("term needs"), is_problem=True)
            return
        self._without_carets()
        self.keep_term(zh, en)

    def keep_term(self, zh: str, en: str) -> None:
        """Take a term into the project."""
        if self.do("term", lambda bitext, _: edits.decide(bitext, Term(zh, en))):
            self.say(self.words("term taken", zh=zh, en=en))

    # Texts.

    def action_edit(self) -> None:
        from tui.dialogs.rewriting import Rewrite

        pair = self.session.pair
        if pair is None or not self.is_writable():
            return

        def answered(texts: tuple[str, str] | None) -> None:
            if texts is not None:
                self.do("edit", lambda bitext, at: edits.rewrite(bitext, at, *texts))

        dialog = Rewrite(pair.zh_text, pair.en_text, self.session.language, self.words)
        self.app.push_screen(dialog, answered)

    # Back and forth.

    @tells
    def action_undo(self) -> None:
        if self.is_writable():
            self._gone(self.session.undo(), "undone", "nothing to undo")

    @tells
    def action_redo(self) -> None:
        if self.is_writable():
            self._gone(self.session.redo(), "redone", "nothing to redo")

    def _gone(self, step: Step | None, said: str, otherwise: str) -> None:
        if step is None:
            self.say(self.words(otherwise))
            return
        self.changed()
        self.say(self.words(said, label=self.name_of(step.label)))

    def name_of(self, label: str) -> str:
        """Return how an edit in the history is called on the screen."""
        from tui.actions import BY_NAME

        action = BY_NAME.get(label)
        return self.words.label(action) if action else self.words(label)


def _below(bitext: Bitext, place: int) -> int:
    return min(place + 1, len(bitext.pairs))
