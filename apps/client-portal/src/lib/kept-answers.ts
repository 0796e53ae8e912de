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
import { forgetTyped } from './typed-words.js'
import { failureOf } from './request.js'
import { whyRefused, type WhyRefused } from './why-refused.js'

/** How soon what still waits is tried again, in ms. */
const AGAIN_AFTER = 10_000

/** A form that the server takes no answers to any more. (OF13) */
export interface RefusedAnswers {
  readonly form: string
  readonly words: string
  readonly why: WhyRefused
}

interface KeptAnswers {
  /** How many forms may still go. */
  readonly waiting: number
  readonly refused: readonly RefusedAnswers[]
}

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

/** Sends what was answered here without a network, whichever page is open, and gives what can't go. (OF12, OF13) */
export const keptAnswersQuery = (person: PersonId) =>
  queryOptions({
    queryKey: ['unsent', 'answers', person],
    queryFn: ({ client }) => sendKept(person, client),
    staleTime: 0,
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? AGAIN_AFTER : false),
  })

async function sendKept(person: PersonId, client: QueryClient): Promise<KeptAnswers> {
  const keeper = await answerKeeper(person)
  return keeper === null ? { waiting: 0, refused: [] } : sendAll(keeper, client)
}

/** Each form on its own: one that is refused keeps no other from going. */
export async function sendAll(keeper: AnswerKeeper, client: QueryClient): Promise<KeptAnswers> {
  const refused: RefusedAnswers[] = []
  for (const { form, words } of await keeper.all()) {
    const release = await keeper.hold(form)
    if (release === null) continue
    try {
      if (await sendForm(keeper, form)) await showAnew(client, form)
    } catch (error) {
      // No network or nobody signed in: it stays kept and is tried again. Refused for good: its writer is told.
      if (failureOf(error) === null) throw error
      const why = whyRefused(error)
      if (why !== null) refused.push({ form, words, why })
    } finally {
      release()
    }
  }
  return { waiting: (await keeper.all()).length - refused.length, refused }
}

/** Its writer has the words, or wants them no more. */
export async function discardAnswers(person: PersonId, form: string): Promise<void> {
  forgetTyped(typedForm(form))
  await (await answerKeeper(person))?.forget(form)
}

/** Under which name a form's answers stay in this tab. */
export function typedForm(request: string): string {
  return `questionnaire ${request}`
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
export function answersBody({
  after,
  status,
  answers,
}: Pick<UnsentAnswers, 'after' | 'status' | 'answers'>): AnswersBody {
  return { after, status, answers: Object.entries(answers).map(([linkId, value]) => ({ linkId, value })) }
}
