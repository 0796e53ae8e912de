import type { GivenAnswers } from '@accord/domain/measure/asked'
import type { AnswersBody, OwnQuestionnaire } from '@accord/domain/rest/measures'
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
  readonly onChange: (saving: Saving) => void
}

/** Saves answers as they are given, one after the other, and goes on by itself when the network is back. (ME5) */
export interface AnswerSaver {
  readonly save: (answers: GivenAnswers) => void
  /** Sends all of it. Throws what went wrong; nothing of the answers is lost by that. */
  readonly finish: (answers: GivenAnswers, status: 'completed' | 'stopped') => Promise<OwnQuestionnaire>
  readonly stop: () => void
}

const AGAIN_AFTER = 3_000

export function createSaver(wishes: SaverWishes): AnswerSaver {
  const { isOpen, onChange } = wishes
  const [put, inTurn] = [versioned(wishes), turns()]
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
      if (waiting() === null) onChange('saved')
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
      onChange('saving')
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

/** Each upon the version before. Another tab may have saved meanwhile: what is answered here last counts. */
function versioned({ version: first, send, read }: SaverWishes): Put {
  let version = first
  const upon: Put = async (answers, status) => {
    const said = Object.entries(answers).map(([linkId, value]) => ({ linkId, value }))
    const saved = await send({ after: version, status, answers: said })
    version = saved.version
    return saved
  }
  return async (answers, status) => {
    try {
      return await upon(answers, status)
    } catch (error) {
      if (codeOf(error) !== 'words-changed') throw error
      version = (await read()).version
      return upon(answers, status)
    }
  }
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
