import { queryOptions } from '@tanstack/react-query'
import type { AnswersBody, AskedQuestionnaires, OwnQuestionnaire } from '@accord/domain/rest/measures'
import { readJson, sendJson } from './request.js'

const address = (request: string) => `/api/questionnaires/${encodeURIComponent(request)}`

/** What waits to be filled in. (ME6) */
export const askedQuestionnairesQuery = queryOptions({
  queryKey: ['questionnaires'],
  queryFn: ({ signal }) => readJson<AskedQuestionnaires>('/api/questionnaires', signal),
  refetchInterval: 60_000,
})

/** One of them, with what was said in it already. Asked anew only when it is opened: answers are this device's to say. */
export const questionnaireQuery = (request: string) =>
  queryOptions({
    queryKey: ['questionnaire', request],
    queryFn: ({ signal }) => readJson<OwnQuestionnaire>(address(request), signal),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

export async function readQuestionnaire(request: string): Promise<OwnQuestionnaire> {
  return readJson<OwnQuestionnaire>(address(request))
}

export async function sendAnswers(request: string, body: AnswersBody): Promise<OwnQuestionnaire> {
  const response = await sendJson(`${address(request)}/answers`, body)
  return (await response.json()) as OwnQuestionnaire
}
