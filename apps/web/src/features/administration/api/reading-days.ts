import { queryOptions } from '@tanstack/react-query'
import type { ReadingDays, ReadingDaysBody } from '@accord/domain/rest/ending'
import { getJson, putJson } from '../../../lib/http.js'

const PATH = '/api/clinic/reading-days'

/** For how many days clients read on after a close. (EN10) */
export const readingDaysQuery = queryOptions({
  queryKey: ['reading-days'],
  queryFn: () => getJson<ReadingDays>(PATH),
})

export function setReadingDays(body: ReadingDaysBody): Promise<ReadingDays> {
  return putJson<ReadingDays>(PATH, body)
}
