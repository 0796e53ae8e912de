import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LogId } from '@accord/domain/ids'
import { Button } from '@accord/ui/controls/button'
import { saveFile } from '@accord/ui/downloads/save-file'
import { Sheet } from '@accord/ui/controls/sheet'
import { ShieldCheckIcon } from '@accord/ui/icons/shield-check-icon'
import { failureOf } from '../../lib/request.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { exportHistory } from './export-history.js'
import { SheetRow } from './sheet-row.js'

/** Takes the whole history along, after saying what the file is and how anybody checks it. (HI18) */
export function TakeHistory({ plan }: { readonly plan: LogId }) {
  const t = usePortalMessages()
  const [isOpen, setIsOpen] = useState(false)
  const making = useMutation({
    mutationFn: () => exportHistory(plan),
    onSuccess: ({ file, name }) => {
      saveFile(file, name)
      toasts.add({ kind: 'done', words: t('take.done') })
      setIsOpen(false)
    },
  })
  const open = () => {
    making.reset()
    setIsOpen(true)
  }
  const failure = making.error && failureOf(making.error)
  const isBusy = failure?.kind === 'refused' && failure.code === 'too-fast'
  return (
    <>
      <SheetRow
        icon={<ShieldCheckIcon size={22} />}
        name={t('take.history')}
        note={t('take.history.note')}
        onPress={open}
      />
      <Sheet title={t('take.history')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <div className="pt-take">
          <p>{t('take.what')}</p>
          <p>{t('take.check')}</p>
          <p className="ac-muted">{t('take.keep')}</p>
          {making.isError && (
            <p className="ac-field-error" role="alert">
              {t(
                isBusy
                  ? 'take.busy'
                  : failure?.kind === 'unreachable'
                    ? 'trouble.unreachable'
                    : 'take.failed',
              )}
            </p>
          )}
          <Button
            kind="primary"
            block
            size="large"
            isPending={making.isPending}
            onPress={() => making.mutate()}
          >
            {t('take.do')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
