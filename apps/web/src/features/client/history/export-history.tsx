import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LogId } from '@accord/domain/ids'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { saveFile } from '@accord/ui/downloads/save-file'
import { refusalCode } from '../../../lib/request-failure.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { exportHistory } from '../api/export-history.js'

/** Takes the history out of Accord, after saying what that means and who will see it. (HI18) */
export function ExportHistory({ plan }: { readonly plan: LogId }) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const [isOpen, setIsOpen] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const making = useMutation({
    mutationFn: () => exportHistory(plan),
    onSuccess: ({ file, name }) => {
      saveFile(file, name)
      setIsDone(true)
      setIsOpen(false)
    },
  })
  const open = () => {
    making.reset()
    setIsDone(false)
    setIsOpen(true)
  }
  return (
    <div className="web-export">
      <Button size="small" onPress={open}>
        {t('history.export')}
      </Button>
      <p className="ac-muted ac-small" role="status">
        {isDone ? t('history.export.done') : ''}
      </p>
      <Dialog
        title={t('history.export.title')}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        actions={
          <>
            <Button kind="primary" isDisabled={making.isPending} onPress={() => making.mutate()}>
              {t(making.isPending ? 'history.export.making' : 'history.export.do')}
            </Button>
            <Button kind="quiet" onPress={() => setIsOpen(false)}>
              {ui('dialog.cancel')}
            </Button>
          </>
        }
      >
        <div className="web-export-words">
          <p>{t('history.export.what')}</p>
          <p>{t('history.export.seen')}</p>
          <p className="ac-muted">{t('history.export.keep')}</p>
        </div>
        {making.isError && (
          <p className="web-signin-failure" role="alert">
            {t(refusalCode(making.error) === 'too-fast' ? 'history.export.busy' : 'history.export.failed')}
          </p>
        )}
      </Dialog>
    </div>
  )
}
