import type { LogId } from '@accord/domain/ids'
import type { BundleBody } from '@accord/domain/rest/proof'
import { postForFile } from '../../../lib/http.js'

/** Takes a plan's history out as a ZIP; the page in it tells times by this reader's clock. (HI18) */
export function exportHistory(plan: LogId): Promise<{ file: Blob; name: string }> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const body: BundleBody = { timeZone }
  return postForFile(`/api/plans/${encodeURIComponent(plan)}/bundle`, body)
}
