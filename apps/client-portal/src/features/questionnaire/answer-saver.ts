import type { GivenAnswers } from '@accord/domain/measure/asked'
import { areStored, type UnsentAnswers } from '@accord/domain/measure/unsent-answers'
import type { AnswersBody, OwnQuestionnaire } from '@accord/domain/rest/measures'
import { answersBody } from '../../lib/kept-answers.js'
import { failureOf } from '../../lib/request.js'

/** How far what somebody answered has come. */
export type Saving = 'saved' | 'saving' | 'offline' | 'failed'

interface SaverWishes {
  readonly version: number
  /** False where the form was sent before: then nothing is saved until it is sent as a whole. */
  readonly isOpen: boolean
  readonly send: (body: AnswersBody) => Promise<OwnQuestionnaire>
  /** Asks which version the server has. */
  readonly read: () => Promise<OwnQuestionnaire>
  /** Keeps what is not with the server yet, beyond this page; null once it is. (OF12) */
  readonly keep: (unsent: Omit<UnsentAnswers, 'form'> | null) => void
  readonly onChange: (saving: Saving) => void
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

export function createSaver(wishes: SaverWishes): AnswerSaver {
  const { isOpen, keep, onChange } = wishes
  const [{ put, version }, inTurn] = [versioned(wishes), turns()]
  let latest: GivenAnswers | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  // Both may have changed while something was on its way.
  const [waiting, goesOn] = [(): GivenAnswers | null => latest, (): boolean => !isStopped]
  const flush = async () => {
    const answers = waiting()
    if (answers === null || !goesOn()) return
    latest = null
    try {
      await put(answers, 'in-progress')
      if (waiting() !== null) return
      keep(null)
      onChange('saved')
    } catch (error) {
      latest = waiting() ?? answers
      const isAway = isUnreachable(error)
      onChange(isAway ? 'offline' : 'failed')
      clearTimeout(timer)
      if (isAway && goesOn()) timer = setTimeout(() => void inTurn(flush), AGAIN_AFTER)
    }
  }
  return {
    save: (answers) => {
      if (!isOpen) return
      latest = answers
      keep({ after: version(), status: 'in-progress', answers })
      onChange('saving')
      void inTurn(flush)
    },
    finish: (answers, status) => {
      latest = null
      clearTimeout(timer)
      keep({ after: version(), status, answers })
      return inTurn(async () => {
        try {
          const sent = await put(answers, status)
          keep(null)
          return sent
        } catch (error) {
          // What was refused goes only when the person sends it again.
          if (!isUnreachable(error))
            keep(isOpen ? { after: version(), status: 'in-progress', answers } : null)
          throw error
        }
      })
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

type Put = (answers: GivenAnswers, status: AnswersBody['status']) => Promise<OwnQuestionnaire>

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
