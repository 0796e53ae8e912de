import type { ToldMoment } from './chronicle.js'
import type { EntryRecord } from '../history/payload.js'
import { wordDiff } from '../text/word-diff.js'

/** What one can jump to. (RP8) */
export const JUMPS = ['agreed', 'lapsed', 'deletion', 'comment'] as const
export type Jump = (typeof JUMPS)[number]

/** What a moment is about, for whoever looks for some kind only. (RP9) */
export const MOMENT_KINDS = ['words', 'agreement', 'steps', 'talk', 'plan'] as const
export type MomentKind = (typeof MOMENT_KINDS)[number]

/** Fewer characters than this are no large deletion, however few there were. */
const LARGE = 40

type Effect = NonNullable<EntryRecord['agreement']>

/** What a moment did to an agreement, in order. */
export function effectsOf({ moment }: Pick<ToldMoment, 'moment'>): readonly Effect[] {
  if (moment.kind === 'writing') return moment.effects
  const { agreement } = moment.entry.record
  return agreement === undefined ? [] : [agreement]
}

/** More than half of a text, and at least 40 characters, gone after one moment. (RP8) */
function isLargeDeletion({ moment }: Pick<ToldMoment, 'moment'>): boolean {
  if (moment.kind !== 'writing') return false
  const { before, after, removed } = moment
  const isMuch = (length: number) => length >= LARGE && length * 2 > before.length
  // Whoever types a text anew takes all of it out, and puts most of it back.
  return isMuch(removed) && isMuch(lengthGone(before, after))
}

function lengthGone(before: string, after: string): number {
  const gone = wordDiff(before, after).filter(({ kind }) => kind === 'removed')
  return gone.reduce((sum, { text }) => sum + text.length, 0)
}

/**
 * The places that one can jump to, by kind, each as the last entry of its moment, in order. (RP8)
 * @param pins the entries to which somebody pinned a comment
 */
export function jumpsOf(
  moments: readonly ToldMoment[],
  pins: readonly number[],
): Readonly<Record<Jump, readonly number[]>> {
  const ends = (is: (told: ToldMoment) => boolean) =>
    inOrder(moments.filter(is).map(({ lastSeq }) => lastSeq))
  return {
    agreed: ends((told) => effectsOf(told).some((effect) => effect === 'closed' || effect === 'restored')),
    lapsed: ends((told) => effectsOf(told).some((effect) => effect === 'lapsed' || effect === 'withdrawn')),
    deletion: ends(isLargeDeletion),
    comment: inOrder(pins),
  }
}

export function kindOf({ moment }: Pick<ToldMoment, 'moment'>): MomentKind {
  if (moment.kind === 'writing') return isOfStep(moment.field) ? 'steps' : 'words'
  const { kind } = moment.payload
  switch (kind) {
    case 'wording.restore':
    case 'goal.share':
      return 'words'
    case 'agreement.answer':
      return 'agreement'
    case 'step.add':
    case 'step.move':
    case 'step.plan':
    case 'step.done':
    case 'step.setAside':
    case 'scale.describe':
    case 'rating.give':
      return 'steps'
    case 'comment.add':
    case 'comment.answer':
    case 'topic.add':
    case 'win.add':
      return 'talk'
    case 'goal.add':
    case 'goal.move':
    case 'goal.setAside':
    case 'goal.takeUp':
    case 'goal.narrow':
    case 'party.joined':
    case 'party.ended':
    case 'session.started':
    case 'session.paused':
    case 'session.resumed':
    case 'session.ended':
    case 'erased':
      return 'plan'
  }
}

function isOfStep(field: string): boolean {
  return field === 'text' || field === 'helps'
}

function inOrder(seqs: readonly number[]): readonly number[] {
  return [...new Set(seqs)].sort((a, b) => a - b)
}
