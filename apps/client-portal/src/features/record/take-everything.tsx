import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { saveFile } from '@accord/ui/downloads/save-file'
import { ArchiveIcon } from '@accord/ui/icons/archive-icon'
import { everyLookKey } from '../../lib/looks.js'
import { failureOf } from '../../lib/request.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { exportRecord } from './export-record.js'
import { SheetRow } from './sheet-row.js'

/** Takes everything along, after saying what is in it, what is not, and who is told. (TO1–TO3) */
export function TakeEverything() {
  const t = usePortalMessages()
  const queries = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const making = useMutation({
    mutationFn: () => exportRecord('A4'),
    onSuccess: ({ file, name }) => {
      saveFile(file, name)
      toasts.add({ kind: 'done', words: t('takeAll.done') })
      setIsOpen(false)
      void queries.invalidateQueries({ queryKey: everyLookKey })
    },
  })
  const open = () => {
    making.reset()
    setIsOpen(true)
  }
  return (
    <>
      <SheetRow
        icon={<ArchiveIcon size={22} />}
        name={t('takeAll.title')}
        note={t('takeAll.note')}
        onPress={open}
      />
      <Sheet title={t('takeAll.title')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <div className="pt-take">
          <p>{t('takeAll.what')}</p>
          <p>{t('takeAll.forms')}</p>
          <p>{t('takeAll.not')}</p>
          <p className="ac-muted">{t('takeAll.keep')}</p>
          <p className="ac-muted">{t('takeAll.proof')}</p>
          {making.isError && (
            <p className="ac-field-error" role="alert">
              {t(troubleOf(making.error))}
            </p>
          )}
          {/* Said while it lasts: a long record takes a while, and nothing else shows that it goes on. */}
          <p className="ac-muted" role="status">
            {making.isPending ? t('takeAll.making') : ''}
          </p>
          <Button
            kind="primary"
            block
            size="large"
            isPending={making.isPending}
            onPress={() => making.mutate()}
          >
            {t('takeAll.do')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}

function troubleOf(error: unknown) {
  const failure = failureOf(error)
  if (failure?.kind === 'unreachable') return 'takeAll.brokeOff'
  const code = failure?.kind === 'refused' ? failure.code : null
  if (code === 'too-fast') return 'take.busy'
  return code === 'fresh-factor-needed' ? 'takeAll.notProven' : 'takeAll.failed'
}
