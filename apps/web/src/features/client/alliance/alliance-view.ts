import type { AllianceSession } from '@accord/domain/alliance/series'
import type { ControlChart } from '@accord/domain/measure/control-chart'
import type { AllianceOfClient, AlliancePage } from '@accord/domain/rest/alliance'
import type { CaseSummary } from '@accord/domain/rest/case'

/** What the parts of this page are about. */
export interface AllianceView {
  readonly page: AlliancePage
  readonly of: AllianceOfClient
  readonly summary: CaseSummary
  readonly chart: ControlChart
  /** The session that is selected in every chart. (AL4) */
  readonly selected: AllianceSession
  readonly select: (session: string) => void
}
