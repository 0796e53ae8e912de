import type { AnswerStatus, GivenAnswers } from './asked.js'

/** Answers to a form that the server has not got yet, and what is to become of them. */
export interface UnsentAnswers {
  readonly form: string
  /** The version that they were given upon. */
  readonly after: number
  readonly status: 'in-progress' | 'completed' | 'stopped'
  readonly answers: GivenAnswers
  /** The same as their writer would read them, for when nobody takes them any more. (OF13) */
  readonly words: string
}

/** A form as the server has it now. */
interface StoredAnswers {
  readonly version: number
  readonly status: AnswerStatus | null
  readonly answers: GivenAnswers
}

/**
 * What of answers that waited on a device is still to be sent, upon what the server has now; null when nothing is.
 * The version that they were given upon is stored once: where another stands in its place it is these very answers,
 * whose receipt was lost, or what the same person said on another device since, which then counts. (OF12)
 */
export function stillToSend(
  now: StoredAnswers,
  { after, status, answers }: Omit<UnsentAnswers, 'words'>,
): Pick<UnsentAnswers, 'status' | 'answers'> | null {
  if (now.version === after) return { status, answers }
  if (now.status !== 'in-progress' || status === 'stopped') return null
  if (areSame(now.answers, answers)) return status === 'completed' ? { status, answers } : null
  const isNew = Object.keys(answers).some((linkId) => !(linkId in now.answers))
  return isNew ? { status: 'in-progress', answers: { ...answers, ...now.answers } } : null
}

/** True when the server has just these: they were stored, and only its answer was lost on the way. */
export function areStored(
  now: StoredAnswers,
  { status, answers }: Pick<UnsentAnswers, 'status' | 'answers'>,
): boolean {
  const isSame = now.status === status || (now.status === 'amended' && status === 'completed')
  return isSame && areSame(now.answers, answers)
}

function areSame(one: GivenAnswers, other: GivenAnswers): boolean {
  const ids = Object.keys(one)
  return ids.length === Object.keys(other).length && ids.every((id) => id in other && one[id] === other[id])
}
