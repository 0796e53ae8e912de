import type { GivenAnswers } from '@accord/domain/measure/asked'
import { areStored, type UnsentAnswers } from '@accord/domain/measure/unsent-answers'
import type { AnswersBody, OwnQuestionnaire } from '@accord/domain/rest/measures'
import { answersBody } from '../../lib/kept-answers.js'
import { failureOf } from '../../lib/request.js'
import { whyRefused, type WhyRefused } from '../../lib/why-refused.js'

/** How far what somebody answered has come. */
export type Saving = 'saved' | 'saving' | 'offline' | 'failed' | 'refused'

interface SaverWishes {
  readonly version: number
  /** False where the form was sent before: then nothing is saved until it is sent as a whole. */
  readonly isOpen: boolean
  readonly send: (body: AnswersBody) => Promise<OwnQuestionnaire>
  /** Asks which version the server has. */
  readonly read: () => Promise<OwnQuestionnaire>
  /** Keeps what is not with the server yet, beyond this page; null once it is. (OF12) */
  readonly keep: (unsent: Omit<UnsentAnswers, 'form' | 'words'> | null) => Promise<void>
  /** @param why set where the server takes it no more */
  readonly onChange: (saving: Saving, why?: WhyRefused | null) => void
}

/** Saves answers as they are given, one after the other, and goes on by itself when the network is back. (ME5) */
export interface AnswerSaver {
  readonly save: (answers: GivenAnswers) => void
  /** Sends all of it. Throws what went wrong; nothing of the answers is lost by that. */
  readonly finish: (answers: GivenAnswers, status: 'completed' | 'stopped') => Promise<OwnQuestionnaire>
  readonly stop: () => void
}

/** How soon what could not be sent is tried again, in ms. */
export const AGAIN_AFTER = 3_000

/** What waits, and whether it goes on, is asked anew after each wait: both may have changed while something was on its way. */
export function createSaver(wishes: SaverWishes): AnswerSaver {
  const [{ put, note }, inTurn] = [keptUntilSent(versioned(wishes), wishes), turns()]
  let latest: GivenAnswers | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const [waiting, goesOn] = [(): GivenAnswers | null => latest, (): boolean => !isStopped]
  const flush = async () => {
    const answers = waiting()
    if (answers === null || !goesOn()) return
    latest = null
    try {
      await put(answers, 'in-progress')
      if (waiting() === null) wishes.onChange('saved')
    } catch (error) {
      latest = waiting() ?? answers
      const [isAway, why] = [isUnreachable(error), whyRefused(error)]
      wishes.onChange(isAway ? 'offline' : why === null ? 'failed' : 'refused', why)
      clearTimeout(timer)
      if (isAway && goesOn()) timer = setTimeout(() => void inTurn(flush), AGAIN_AFTER)
    }
  }
  return {
    save: (answers) => {
      if (!wishes.isOpen) return
      latest = answers
      note(answers, 'in-progress')
      wishes.onChange('saving')
      void inTurn(flush)
    },
    finish: (answers, status) => {
      latest = null
      clearTimeout(timer)
      return inTurn(() => put(answers, status))
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

type Put = (answers: GivenAnswers, status: AnswersBody['status']) => Promise<OwnQuestionnaire>

interface Kept {
  readonly put: Put
  readonly note: (answers: GivenAnswers, status: AnswersBody['status']) => void
}

/** What is to be sent is kept beyond this page until it is; nobody is told that it is kept before it is. (OF12) */
function keptUntilSent({ put, version }: Versioned, { isOpen, keep }: SaverWishes): Kept {
  let kept = Promise.resolve()
  const note: Kept['note'] = (answers, status) => {
    kept = keep({ after: version(), status, answers })
  }
  const sending: Put = async (answers, status) => {
    note(answers, status)
    try {
      const saved = await put(answers, status)
      kept = keep(null)
      return saved
    } catch (error) {
      // What was refused is sent as a whole only when the person says so again.
      if (!isUnreachable(error)) {
        if (isOpen) note(answers, 'in-progress')
        else kept = keep(null)
      }
      await kept
      throw error
    }
  }
  return { put: sending, note }
}

interface Versioned {
  readonly put: Put
  readonly version: () => number
}

/**
 * Each upon the version before. Where that was stored already and only its receipt was lost, it is not sent again; where
 * another tab has saved meanwhile, what is answered here last counts.
 */
function versioned({ version: first, send, read }: SaverWishes): Versioned {
  let version = first
  const upon: Put = async (answers, status) => {
    const saved = await send(answersBody({ after: version, status, answers }))
    version = saved.version
    return saved
  }
  const put: Put = async (answers, status) => {
    try {
      return await upon(answers, status)
    } catch (error) {
      if (codeOf(error) !== 'words-changed') throw error
      const now = await read()
      version = now.version
      return areStored(now, { status, answers }) ? now : upon(answers, status)
    }
  }
  return { put, version: () => version }
}

/** One after the other, whatever became of the one before. */
function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let turn: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }
}

function isUnreachable(error: unknown): boolean {
  return failureOf(error)?.kind === 'unreachable'
}

function codeOf(error: unknown): string | null {
  const failure = failureOf(error)
  return failure?.kind === 'refused' ? failure.code : null
}
