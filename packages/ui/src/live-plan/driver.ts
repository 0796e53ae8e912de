/**
 * One plan, open and live in this tab. In React:
 *
 *     const { live, view } = useLivePlan({ plan, person })      // use-live-plan.ts; opens, shares, closes
 *     if (view.phase === 'opening') …skeleton…
 *     if (view.phase === 'ended') …view.ended says why; for `signed-out` go to the sign-in page, words are kept…
 *     view.plan                          what is on screen: confirmed words and one's own unsent ones on top
 *     view.here, view.people             who else is there and where their caret is; the names of everybody
 *     view.typing                        who changed which text in the last 2 s ("Agree" waits until nobody else is)
 *     view.saved                         saved · saving · late · offline with n waiting · not-saved; view.notSaved the words
 *     live.command({ name: 'goal.add', goal: newGoalId(), kind: 'change', title: 'Sleep' })
 *     live.command({ name: 'agreement.answer', goal, answer: 'agree', readAt: view.seq, reason: null,
 *       wording: wordingHash(goal, statement) })                  // @accord/domain/goal/wording
 *     live.dismissRefused(0)             a person has seen to the words in the "not saved" box
 *
 * and an editor for one text, which needs nothing else (goal-editor/lazy.tsx, loaded when it is first shown):
 *
 *     <GoalEditor live={live} place={{ goal, field: 'statement' }} voices={voices} label={…} onLeave={…} />
 *
 * A refused command is in `view.notSaved` with `command` set and no words; code `words-changed` is an agreement to
 * words that have changed meanwhile. Commands may be given offline, except that answers should wait: `view.isOnline`.
 * At sign-out: `closeLivePlans()` of use-live-plan.ts, then `wipePerson(person)` of pending-store/wipe.ts.
 */
import type { ChangeSet } from '@codemirror/state'
import { samePlace, type TextPlace } from '@accord/domain/goal/field'
import type { LogId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import type { Tombstone } from '@accord/domain/refusal'
import {
  newClient,
  restoreClient,
  type ClientState,
  type Refused,
  type Step,
} from '@accord/domain/sync/client-state'
import { command, dismissRefused, edit } from '@accord/domain/sync/local'
import { redo, undo, type Undone } from '@accord/domain/sync/undo'
import type { Look, PersonName, Present } from '@accord/domain/sync/wire'
import type { Claim, PendingStore } from '../pending-store/pending-store.js'
import { Adoption } from './adoption.js'
import type { Heard, LiveConnection } from './connection.js'
import { LateWatch } from './late-watch.js'
import type { Ending, LivePlan, LiveView, TextListener } from './live-plan.js'
import { OPENING_VIEW, viewOf } from './live-view.js'
import { OwnLook } from './own-look.js'
import { PlanSession } from './plan-session.js'
import { carryLooks, presentShown, withLooked } from './presence.js'
import { TypingWatch } from './typing-watch.js'

export interface LivePlanParts {
  readonly plan: LogId
  readonly store: PendingStore
  /** The page's connection; closed with the plan, so a shared one counts its users. */
  readonly connect: () => LiveConnection
  /** A connection of its own, for sending what a closed tab left. */
  readonly connectAlone: () => LiveConnection
  /** Milliseconds since the Unix epoch. */
  readonly clock: () => number
  /** A number from 0 to below 1. */
  readonly random: () => number
}

/** Opens a plan. The answer can be shown at once; it is `opening` until the server has answered. */
export function openLivePlan(parts: LivePlanParts): LivePlan {
  return new OpenPlan(parts)
}

class OpenPlan implements LivePlan {
  readonly log: LogId
  readonly #parts: LivePlanParts
  readonly #connection: LiveConnection
  readonly #look: OwnLook
  readonly #watch: TypingWatch
  readonly #late: LateWatch
  readonly #listeners = new Set<() => void>()
  readonly #texts = new Set<{ readonly place: TextPlace; readonly listener: TextListener }>()
  #session: PlanSession | null = null
  #claim: Claim | null = null
  /** The editor whose change is being made: it has made it already. */
  #editor: TextListener | null = null
  #adoption: Adoption | null = null
  #view: LiveView = OPENING_VIEW
  #you: Present | null = null
  #here: readonly Present[] = []
  #people: readonly PersonName[] = []
  #ended: Ending | null = null
  #erased: Tombstone | null = null
  #isKeptHere = true
  #isClosed = false

  constructor(parts: LivePlanParts) {
    this.#parts = parts
    this.log = parts.plan
    this.#connection = parts.connect()
    this.#watch = new TypingWatch(() => this.#show())
    this.#late = new LateWatch(() => this.#show())
    this.#look = new OwnLook({
      send: (at) => this.#connection.send({ event: 'look', message: { plan: this.log, at } }),
      state: () => this.#session?.state ?? null,
      clock: parts.clock,
    })
    void this.#open()
  }

  readonly view = (): LiveView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  subscribeText(place: TextPlace, listener: TextListener): () => void {
    const subscription = { place, listener }
    this.#texts.add(subscription)
    return () => this.#texts.delete(subscription)
  }

  edit(place: TextPlace, changes: ChangeSet, by?: TextListener): void {
    this.#editor = by ?? null
    this.#session?.change(
      (state) => edit(state, place, changes, this.#parts.clock()),
      this.#own(place, changes),
    )
    this.#editor = null
  }

  undo(place: TextPlace): void {
    this.#takeBack(place, undo)
  }

  redo(place: TextPlace): void {
    this.#takeBack(place, redo)
  }

  command(asked: PlanCommand): void {
    this.#session?.change((state) => command(state, asked))
  }

  look(at: Look | null): void {
    this.#look.look(at)
  }

  dismissRefused(index: number): void {
    this.#session?.change((state) => dismissRefused(state, index))
    // A plan that has ended flushes nothing by itself any more.
    this.#session?.flush()
  }

  flush(): void {
    this.#session?.flush()
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#session?.flush()
    this.#stop()
    if (this.#ended === null) this.#connection.send({ event: 'leave', message: { plan: this.log } })
    this.#connection.close()
    this.#claim?.release()
  }

  async #open(): Promise<void> {
    const claim = await this.#parts.store.claim(this.log)
    if (this.#isClosed) {
      claim.release()
      return
    }
    this.#claim = claim
    const state = claim.stored ? restoreClient(claim.stored, null) : newClient(this.log, claim.clientId, null)
    this.#adoption = new Adoption({ ...this.#parts, onRefused: (refused) => this.#takeOver(refused) })
    this.#session = new PlanSession(state, {
      connection: this.#connection,
      claim,
      random: this.#parts.random,
      onStep: (step, heard) => this.#stepped(step, heard),
      onEnded: (ending, erased) => this.#end(ending, erased),
      onKept: (isKept) => this.#kept(isKept),
    })
    this.#session.start()
  }

  #stepped(step: Step, heard: Heard | null): void {
    const { state, shown } = step
    this.#look.carry(shown)
    this.#here = carryLooks(this.#here, shown)
    if (heard) this.#noteOthers(heard, state)
    if (state.link !== 'live') this.#forgetOthers()
    this.#tellTexts(shown)
    if (heard?.event === 'changed') this.#watch.noteChanges(shown, state.me?.person ?? null)
    this.#look.tell()
    const isWaiting = state.pending.length > 0 && this.#connection.isConnected()
    this.#late.note(isWaiting, heard?.event === 'accepted')
    this.#show()
  }

  #noteOthers(heard: Heard, state: ClientState): void {
    if (heard.event === 'looked') this.#here = withLooked(this.#here, heard.message, state)
    if (heard.event !== 'joined' || state.link !== 'live') return
    const { you, here, people } = heard.message
    this.#you = you
    this.#people = people
    this.#here = here
      .filter((who) => who.connection !== you.connection)
      .map((who) => presentShown(who, state))
    void this.#adoption?.run()
  }

  #forgetOthers(): void {
    this.#look.forget()
    this.#here = []
  }

  #own(place: TextPlace, changes: ChangeSet): Step['shown'] {
    return [{ ...place, changes, author: this.#session?.state.me?.person ?? null }]
  }

  #takeBack(place: TextPlace, way: (state: ClientState, place: TextPlace, at: number) => Undone): void {
    if (!this.#session) return
    const { state, changes } = way(this.#session.state, place, this.#parts.clock())
    this.#session.change(() => state, changes ? this.#own(place, changes) : [])
  }

  #tellTexts(shown: Step['shown']): void {
    for (const { author, changes, ...place } of shown) {
      for (const one of this.#texts) {
        if (one.listener !== this.#editor && samePlace(one.place, place)) one.listener(changes, author)
      }
    }
  }

  /** What a closed tab could not save is shown in this tab's "not saved" box. (LP13) */
  #takeOver(refused: readonly Refused[]): void {
    this.#session?.change((state) => ({ ...state, refused: [...state.refused, ...refused] }))
    this.#session?.flush()
  }

  #kept(isKept: boolean): void {
    if (isKept === this.#isKeptHere) return
    this.#isKeptHere = isKept
    this.#show()
  }

  #end(ending: Ending, erased: Tombstone | null): void {
    this.#ended = ending
    this.#erased = erased
    this.#stop()
    this.#show()
  }

  #stop(): void {
    this.#session?.stop()
    this.#adoption?.stop()
    this.#watch.stop()
    this.#late.stop()
    this.#look.stop()
  }

  #show(): void {
    this.#view = viewOf({
      state: this.#session?.state ?? null,
      isConnected: this.#connection.isConnected(),
      isLate: this.#late.isLate,
      ended: this.#ended,
      erased: this.#erased,
      here: this.#here,
      people: this.#people,
      typing: this.#watch.typing,
      isKeptHere: this.#isKeptHere,
      you: this.#you,
      now: this.#parts.clock(),
    })
    for (const listener of this.#listeners) listener()
  }
}
