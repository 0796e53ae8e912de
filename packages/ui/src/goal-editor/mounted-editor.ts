import { Compartment, EditorState, Transaction, type ChangeSet, type Extension } from '@codemirror/state'
import { EditorView, placeholder } from '@codemirror/view'
import { samePlace, type TextPlace } from '@accord/domain/goal/field'
import type { PersonId } from '@accord/domain/ids'
import { textAt } from '@accord/domain/plan/plan'
import { EMPTY_TEXT, type AttributedText } from '@accord/domain/text/attributed'
import type { Voices } from '../attributed-text/author-runs.js'
import type { LivePlan, TextListener } from '../live-plan/live-plan.js'
import { acceptableInput, tooLong } from './acceptable-input.js'
import { authorMarks, setAuthors } from './author-marks.js'
import { editorKeys } from './editor-keys.js'
import { editorTheme } from './editor-theme.js'
import { fromLive } from './from-live.js'
import { HeldChanges } from './held-changes.js'
import { scriptAttribute } from './script-attribute.js'
import { ownCaretFlag, ownFlag, type OwnFlag } from './own-flag.js'
import { peerCarets, setPeers } from './peer-carets.js'
import { setHinted, wordingMarks, type HintedStretch } from './wording-marks.js'

/** How an editor faces its reader; may change while it stands. */
export interface Facing {
  readonly label: string
  readonly describedBy: string | undefined
  readonly placeholder: string
  readonly isReadOnly: boolean
  readonly isPlain: boolean
  readonly voices: Voices
  readonly flag: OwnFlag | null
  /** Enter's name on a phone's keyboard. */
  readonly enterKeyHint: 'done' | 'enter'
}

interface EditorParts {
  readonly parent: HTMLElement
  readonly live: LivePlan
  readonly place: TextPlace
  readonly facing: Facing
  readonly onLeave: () => void
  readonly onTooLong: () => void
}

/** A CodeMirror editor whose text is always what the client machine shows for one text of a goal. */
export class MountedEditor {
  readonly #parts: EditorParts
  readonly #view: EditorView
  readonly #facingPart = new Compartment()
  readonly #stops: readonly (() => void)[]
  readonly #told: TextListener = (changes, author) => this.#hear(changes, author)
  readonly #held: HeldChanges
  #facing: Facing
  #shown: AttributedText | null = null

  constructor(parts: EditorParts) {
    this.#parts = parts
    this.#facing = parts.facing
    const { live, place, parent } = parts
    this.#view = new EditorView({
      parent,
      state: EditorState.create({ doc: this.#words().text, extensions: this.#extensions() }),
      dispatchTransactions: (transactions, view) => this.#dispatch(transactions, view),
    })
    this.#held = new HeldChanges(this.#view, (changes) => this.#takeIn(changes, null))
    this.#stops = [live.subscribeText(place, this.#told), live.subscribe(() => this.#refresh())]
    this.#refresh()
  }

  face(facing: Facing): void {
    if (facing === this.#facing) return
    this.#facing = facing
    this.#shown = null
    this.#view.dispatch({ effects: this.#facingPart.reconfigure(facingOf(facing)) })
    this.#refresh()
  }

  focus(): void {
    this.#view.focus()
  }

  /** Draws under which words there are hints. */
  hint(stretches: readonly HintedStretch[]): void {
    this.#view.dispatch({ effects: setHinted.of(stretches) })
  }

  /** Puts other words in the place of a stretch, as if they had been typed. */
  put({ from, to }: HintedStretch, insert: string): void {
    this.#view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.replace',
    })
    this.#view.focus()
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
    this.#held.stop()
    if (this.#view.hasFocus) this.#parts.live.look(null)
    this.#view.destroy()
  }

  #extensions(): Extension {
    const { live, place, onLeave, onTooLong } = this.#parts
    const leave = () => {
      this.#view.contentDOM.blur()
      onLeave()
    }
    return [
      editorKeys({ live, place, leave }),
      acceptableInput(place.field),
      EditorView.lineWrapping,
      scriptAttribute,
      editorTheme,
      EditorView.cspNonce.of(cspNonce()),
      authorMarks(),
      wordingMarks(),
      peerCarets(),
      ownCaretFlag(),
      this.#facingPart.of(facingOf(this.#facing)),
      EditorView.updateListener.of((update) => {
        if (update.focusChanged) this.#look()
        const isTooLong = update.transactions.some(({ effects }) => effects.some((one) => one.is(tooLong)))
        if (isTooLong) onTooLong()
      }),
    ]
  }

  #dispatch(transactions: readonly Transaction[], view: EditorView): void {
    view.update(transactions)
    const { live, place } = this.#parts
    for (const transaction of transactions) {
      if (!transaction.docChanged || transaction.annotation(fromLive) !== undefined) continue
      live.edit(place, this.#held.past(transaction.changes), this.#told)
    }
    if (transactions.some((one) => one.docChanged || one.selection)) this.#look()
  }

  #hear(changes: ChangeSet, author: PersonId | null): void {
    if (!this.#held.holds(changes)) this.#takeIn(changes, author)
  }

  /** A change that the machine told of: somebody else's, or one's own taken back. */
  #takeIn(changes: ChangeSet, author: PersonId | null): void {
    const isOwn = author !== null && author === this.#parts.live.view().me?.person
    const annotations = [fromLive.of(author), Transaction.remote.of(true)]
    if (!isOwn) {
      this.#view.dispatch({ changes, annotations })
      return
    }
    const ends: number[] = []
    changes.iterChanges((_from, _to, _fromAfter, toAfter) => ends.push(toAfter))
    this.#view.dispatch({
      changes,
      annotations,
      selection: { anchor: ends.at(-1) ?? 0 },
      scrollIntoView: true,
    })
  }

  #words(): AttributedText {
    const { plan } = this.#parts.live.view()
    return (plan && textAt(plan, this.#parts.place)) ?? EMPTY_TEXT
  }

  #refresh(): void {
    const words = this.#words()
    const { live, place } = this.#parts
    const { here } = live.view()
    const { voices, isPlain } = this.#facing
    const peers = here.flatMap(({ connection, person, relation, at }) =>
      at !== null && samePlace(at, place)
        ? [{ connection, relation, name: voices[person]?.name ?? '', anchor: at.anchor, head: at.head }]
        : [],
    )
    const isNew = words !== this.#shown && words.text === this.#view.state.doc.toString()
    this.#shown = words
    this.#view.dispatch({
      effects: [setPeers.of(peers), ...(isNew ? [setAuthors.of({ runs: words.runs, voices, isPlain })] : [])],
    })
  }

  #look(): void {
    const { anchor, head } = this.#view.state.selection.main
    const { live, place } = this.#parts
    const shown = { ...place, anchor: this.#held.shownAt(anchor), head: this.#held.shownAt(head) }
    live.look(this.#view.hasFocus ? shown : null)
  }
}

function facingOf(facing: Facing): Extension {
  const { label, describedBy, isReadOnly, enterKeyHint, flag } = facing
  return [
    EditorState.readOnly.of(isReadOnly),
    EditorView.editable.of(!isReadOnly),
    flag ? ownFlag.of(flag) : [],
    facing.placeholder === '' ? [] : placeholder(facing.placeholder),
    EditorView.contentAttributes.of({
      'aria-label': label,
      ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
      dir: 'auto',
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
      enterkeyhint: enterKeyHint,
    }),
  ]
}

function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
