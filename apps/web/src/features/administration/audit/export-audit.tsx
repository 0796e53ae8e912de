import { useMutation } from '@tanstack/react-query'
import { Button } from '@accord/ui/controls/button'
import { saveFile } from '@accord/ui/downloads/save-file'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { auditFile, type AuditAsked } from '../api/audit.js'

/** The list as it was asked for, as a file for a spreadsheet; taking it is an event itself. (AU5) */
export function ExportAudit({ asked }: { readonly asked: AuditAsked }) {
  const t = useWebMessages()
  const taking = useMutation({
    mutationFn: () => auditFile(asked),
    onSuccess: (file) => saveFile(file, 'audit.csv'),
  })
  return (
    <span className="web-audit-export">
      {taking.isError && <span role="alert">{t('audit.exportFailed')}</span>}
      <Button size="small" isPending={taking.isPending} onPress={() => taking.mutate()}>
        {t('audit.export')}
      </Button>
    </span>
  )
}
