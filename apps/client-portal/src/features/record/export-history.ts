import type { LogId } from '@accord/domain/ids'
import type { BundleBody } from '@accord/domain/rest/proof'
import { sendForFile } from '../../lib/request.js'

/** The whole history of a plan as a ZIP; the page in it tells times by this reader's clock. (HI18) */
export function exportHistory(plan: LogId): Promise<{ readonly file: Blob; readonly name: string }> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const body: BundleBody = { timeZone }
  return sendForFile(`/api/plans/${encodeURIComponent(plan)}/bundle`, body)
}
