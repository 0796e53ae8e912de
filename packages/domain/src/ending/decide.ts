import { liveParties, livePartyOf, type Party } from '../case/party.js'
import type { PersonId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'
import { boxesOf, MOST_ACTS, MOST_LINES } from './box.js'
import { boxOf, type EndingAct, type EndingDraft, type EndingId, type LineId } from './draft.js'
import { endingWordsHash, isBlankEnding } from './text.js'

/** The pack that an act is about, and who has a part in it. */
export interface EndingScene {
  readonly ending: EndingId
  readonly draft: EndingDraft
  readonly parties: readonly Party[]
}

/** Why an act is not done in a pack that is open; null when it is. Whether somebody writes at all was asked before. (EN2–EN6) */
export function refusalOfAct(
  { ending, draft, parties }: EndingScene,
  by: PersonId,
  act: EndingAct,
): Refusal | null {
  if (draft.seq >= MOST_ACTS) return refuse('too-large')
  switch (act.kind) {
    case 'write': {
      const party = livePartyOf(parties, by)
      if (!party || !boxesOf(party.relation).includes(act.box)) return refuse('not-yours')
      return (boxOf(draft, by, act.box)?.version ?? 0) === act.after ? null : refuse('words-changed')
    }
    case 'keep':
      return null
    case 'leave':
      return draft.kept.some(({ goal }) => goal === act.goal) ? null : refuse('unknown-goal')
    case 'add': {
      if (hasLine(draft, act.line)) return refuse('already-exists')
      const many = draft.lines.filter(({ list }) => list === act.list).length
      return many < MOST_LINES ? null : refuse('too-large')
    }
    case 'move':
      return refusalOfMove(draft, act)
    case 'cross':
    case 'uncross':
      return hasLine(draft, act.line) ? null : refuse('not-found')
    case 'say':
      if (isBlankEnding(draft)) return refuse('nothing-to-agree-to')
      return act.hash === endingWordsHash(ending, draft) ? null : refuse('words-changed')
    case 'unsay':
      return null
  }
}

function hasLine({ lines }: EndingDraft, line: LineId): boolean {
  return lines.some((one) => one.line === line)
}

/** A line stays in its list. */
function refusalOfMove(
  { lines }: EndingDraft,
  { line, before }: { readonly line: LineId; readonly before: LineId | null },
): Refusal | null {
  const found = lines.find((one) => one.line === line)
  const next = before === null ? found : lines.find((one) => one.line === before)
  return found && next && found.list === next.list ? null : refuse('not-found')
}

/** One party's half of "this is how it is". (EN6) */
export interface EndingHalf {
  readonly person: PersonId
  readonly relation: Party['relation']
  /** `lapsed` for what was said of other words. */
  readonly state: 'on' | 'off' | 'lapsed'
  readonly at: number | null
}

/** Who stands behind the present words, of all that have to. (EN6) */
export function endingHalves({ ending, draft, parties }: EndingScene): readonly EndingHalf[] {
  const hash = endingWordsHash(ending, draft)
  return liveParties(parties).map(({ person, relation }) => {
    const said = draft.said.find((one) => one.person === person)
    const state = said === undefined ? 'off' : said.hash === hash ? 'on' : 'lapsed'
    return { person, relation, state, at: said?.at ?? null }
  })
}

/** True when every live party stands behind the present words, so that the pack can be closed. (EN7) */
export function isAllSaid(scene: EndingScene): boolean {
  const halves = endingHalves(scene)
  return !isBlankEnding(scene.draft) && halves.length > 0 && halves.every(({ state }) => state === 'on')
}
