import type {
  MeasureResult,
  MeasuresOfClient,
  MeasureSeries,
  MeasuresPage,
} from '@accord/domain/rest/measures'

/** What everything on a result's page is about. */
export interface MeasureView {
  readonly page: MeasuresPage
  readonly of: MeasuresOfClient
  readonly series: MeasureSeries
  readonly selected: MeasureResult
  readonly select: (request: string) => void
}
