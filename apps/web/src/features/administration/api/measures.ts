import { queryOptions } from '@tanstack/react-query'
import type { InstrumentBody, InstrumentsPage } from '@accord/domain/rest/instruments'
import type { ThresholdBody, ThresholdsPage } from '@accord/domain/rest/measures'
import { getJson, postJson, putJson } from '../../../lib/http.js'

/** Every number that decides about a measure, as it stands and as it stood. (ME3) */
export const thresholdsQuery = queryOptions({
  queryKey: ['thresholds'],
  queryFn: () => getJson<ThresholdsPage>('/api/measures/thresholds'),
})

export function saveThreshold(body: ThresholdBody): Promise<ThresholdsPage> {
  return putJson<ThresholdsPage>('/api/measures/thresholds', body)
}

/** What the clinic can ask. (ME8, ME9) */
export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => getJson<InstrumentsPage>('/api/instruments'),
})

export function bringInstrument(body: InstrumentBody): Promise<InstrumentsPage> {
  return postJson<InstrumentsPage>('/api/instruments', body)
}

export function moveInstrument(instrument: string, isActive: boolean): Promise<InstrumentsPage> {
  return postJson<InstrumentsPage>(`/api/instruments/${instrument}/state`, { isActive })
}
