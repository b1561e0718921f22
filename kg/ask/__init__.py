"""Questions in Chinese and English, answered from the store by its canned queries.

    from kg.ask import ask
    from kg.store import open_store
    with open_store() as store:
        told = ask(store, "谁主持了第119次会议？")
        print(told.found, told.answer, told.evidence[0].quote, told.cypher)

The way of a question: `text` folds it, `sentence` takes it apart into names of the store, times and words of the
vocabulary, `intents` says which canned query it is, `binding` fills the slots, `answering` puts the answer into words
and `missing` says why there is none. Nothing is guessed: a part that is in no list is a reason to refuse, not to
overlook.
"""

from __future__ import annotations

from datetime import date

from kg.ask.answer import Answer, Proof
from kg.ask.answering import answer
from kg.ask.names import Names
from kg.queries import Asked

__all__ = ["Answer", "Names", "Proof", "ask"]


def ask(store: Asked, question: str, *, today: date | None = None, names: Names | None = None) -> Answer:
    """The answer to a question; `found` is false, with the reason, where the store cannot tell.

    `today` is what 去年 and "last year" are counted from; `names` spares reading the store's names again.
    """
    return answer(question, names or Names.of(store), store, today or date.today())
