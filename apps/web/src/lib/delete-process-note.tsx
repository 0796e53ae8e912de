import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { useWebMessages } from './use-web-messages.js'

/** Deletes one's own page, after having been asked once. (PN6) */
export function DeleteProcessNote({ remove }: { readonly remove: () => Promise<void> }) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const [isAsking, setAsking] = useState(false)
  const deleting = useMutation({ mutationFn: remove, onSuccess: () => setAsking(false) })
  return (
    <>
      <Button kind="quiet" size="small" onPress={() => setAsking(true)}>
        {t('processNote.delete')}
      </Button>
      <Dialog
        title={t('processNote.delete.title')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="primary" isPending={deleting.isPending} onPress={() => deleting.mutate()}>
              {t('processNote.delete.do')}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(false)}>
              {ui('dialog.cancel')}
            </Button>
          </>
        }
      >
        <p>{t('processNote.delete.what')}</p>
        {deleting.error !== null && (
          <p className="ac-field-error" role="alert">
            {t('save.server')}
          </p>
        )}
      </Dialog>
    </>
  )
}
