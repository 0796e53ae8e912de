import { QueryClient } from '@tanstack/react-query'
import { expect, it } from '@jest/globals'
import type { UnsentAnswers } from '@accord/domain/measure/unsent-answers'
import type { AnswerKeeper } from '@accord/ui/pending-store/kept-answers'
import { type Answer, aServer, ok } from '../testing/a-server.js'
import { sendAll } from './kept-answers.js'

const unsent = (form: string): UnsentAnswers => {
  return { form, after: 1, status: 'completed', answers: { '1': 2 }, words: `Words of ${form}` }
}

/** What a device keeps, without a device. */
function keeping(forms: readonly string[]): AnswerKeeper {
  const kept = new Map(forms.map((form) => [form, unsent(form)]))
  return {
    keep: (one) => Promise.resolve(void kept.set(one.form, one)),
    forget: (form) => Promise.resolve(void kept.delete(form)),
    all: () => Promise.resolve([...kept.values()]),
    hold: () => Promise.resolve(() => undefined),
  }
}
const refused = (status: number, code: string): Answer => ({ status, body: { code, message: '' } })
const stored = ok({ version: 1, status: 'in-progress', answers: {} })

function send(answers: Readonly<Record<string, Answer>>) {
  const forms = Object.keys(answers)
  aServer(
    Object.fromEntries([
      ...forms.map((form) => [`GET /api/questionnaires/${form}`, stored]),
      ...forms.map((form) => [`POST /api/questionnaires/${form}/answers`, answers[form]]),
    ]) as Readonly<Record<string, Answer>>,
  )
  const keeper = keeping(forms)
  return { keeper, sent: sendAll(keeper, new QueryClient()) }
}

it('[OF13] answers that are refused for good are told with their words and the reason, and stay kept', async () => {
  const { keeper, sent } = send({ a: refused(409, 'case-closed'), b: ok({}), c: refused(403, 'not-yours') })
  expect(await sent).toEqual({
    waiting: 0,
    refused: [
      { form: 'a', words: 'Words of a', why: 'closed' },
      { form: 'c', words: 'Words of c', why: 'gone' },
    ],
  })
  expect((await keeper.all()).map(({ form }) => form)).toEqual(['a', 'c'])
})

it('[OF13] what may go another time waits, and nobody is alarmed', async () => {
  const busy = refused(503, 'storage-unavailable')
  const { keeper, sent } = send({ a: busy, b: refused(401, 'not-signed-in'), c: refused(429, 'too-fast') })
  expect(await sent).toEqual({ waiting: 3, refused: [] })
  expect(await keeper.all()).toHaveLength(3)
})
