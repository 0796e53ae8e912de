import type { TakeoutBody } from '@accord/domain/rest/takeout'
import { sendForFile } from '../../lib/request.js'

/** Everything that the person may read about themselves, as a ZIP; the paper tells times by this reader's clock. (TO1) */
export function exportRecord(
  paper: TakeoutBody['paper'],
): Promise<{ readonly file: Blob; readonly name: string }> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const body: TakeoutBody = { timeZone, paper }
  return sendForFile('/api/me/takeout', body)
}
