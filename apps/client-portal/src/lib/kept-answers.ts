import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { PersonId } from '@accord/domain/ids'
import { stillToSend, type UnsentAnswers } from '@accord/domain/measure/unsent-answers'
import type { AnswersBody } from '@accord/domain/rest/measures'
import type { AnswerKeeper } from '@accord/ui/pending-store/kept-answers'
import {
  askedQuestionnairesQuery,
  questionnaireQuery,
  readQuestionnaire,
  sendAnswers,
} from './questionnaires.js'
import { failureOf } from './request.js'

/** How soon what still waits is tried again, in ms. */
const AGAIN_AFTER = 10_000

/** Where somebody's unsent answers are kept; null where a device keeps nothing. */
export async function answerKeeper(person: PersonId): Promise<AnswerKeeper | null> {
  try {
    const { openAnswerKeeper } = await import('@accord/ui/pending-store/kept-answers')
    return await openAnswerKeeper(person)
  } catch (error) {
    // Without a network its code may not be here.
    if (error instanceof DOMException || error instanceof TypeError) return null
    throw error
  }
}

/** Sends what was answered here without a network, whichever page is open, and gives how many forms still wait. (OF12) */
export const keptAnswersQuery = (person: PersonId) =>
  queryOptions({
    queryKey: ['unsent', 'answers', person],
    queryFn: ({ client }) => sendKept(person, client),
    staleTime: 0,
    refetchInterval: ({ state }) => ((state.data ?? 0) > 0 ? AGAIN_AFTER : false),
  })

async function sendKept(person: PersonId, client: QueryClient): Promise<number> {
  const keeper = await answerKeeper(person)
  if (keeper === null) return 0
  for (const { form } of await keeper.all()) {
    const release = await keeper.hold(form)
    if (release === null) continue
    try {
      if (await sendForm(keeper, form)) await showAnew(client, form)
    } catch (error) {
      // No network, nobody signed in, or refused: it stays kept and is tried again.
      if (failureOf(error) === null) throw error
    } finally {
      release()
    }
  }
  return (await keeper.all()).length
}

/** Read again under the lock: whoever had it may just have sent everything. */
async function sendForm(keeper: AnswerKeeper, form: string): Promise<boolean> {
  const unsent = (await keeper.all()).find((one) => one.form === form)
  if (unsent === undefined) return false
  const now = await readQuestionnaire(form)
  const rest = stillToSend(now, unsent)
  if (rest !== null) await sendAnswers(form, answersBody({ ...unsent, ...rest, after: now.version }))
  await keeper.forget(form)
  return rest !== null
}

async function showAnew(client: QueryClient, form: string): Promise<void> {
  client.removeQueries({ queryKey: questionnaireQuery(form).queryKey, type: 'inactive' })
  await client.invalidateQueries({ queryKey: askedQuestionnairesQuery.queryKey })
}

/** Answers as they are sent. */
export function answersBody({ after, status, answers }: Omit<UnsentAnswers, 'form'>): AnswersBody {
  return { after, status, answers: Object.entries(answers).map(([linkId, value]) => ({ linkId, value })) }
}
