import { useMutation } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import { Button } from '@accord/ui/controls/button'
import { saveFile } from '@accord/ui/downloads/save-file'
import { Menu } from '@accord/ui/controls/menu'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { fetchReport, type Paper } from '../api/report.js'

/** Saves the review as a file to print, on the paper of here or of there. (RV13) */
export function ReviewReportButton({ caseId }: { readonly caseId: CaseId }) {
  const t = useWebMessages()
  const making = useMutation({
    mutationFn: (paper: Paper) => fetchReport(caseId, paper),
    onSuccess: keep,
    onError: () => toasts.add({ kind: 'failed', words: t('review.report.failed') }),
  })
  return (
    <Menu
      label={t('review.report.paper')}
      trigger={<Button isPending={making.isPending}>{t('review.report')}</Button>}
      choices={[
        { id: 'A4', label: t('review.report.a4') },
        { id: 'Letter', label: t('review.report.letter') },
      ]}
      onChoose={(id) => making.mutate(id === 'Letter' ? 'Letter' : 'A4')}
    />
  )
}

/** Its name on the device says nothing about whose review it is. */
function keep(report: Blob): void {
  saveFile(report, 'review.pdf')
}
