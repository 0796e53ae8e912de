import { useState } from 'react'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface NewGoalDialogProps {
  readonly onAdd: (title: string) => void
  readonly onClose: () => void
}

/** A word or two to know the goal by; its statement is written together afterwards. */
export function NewGoalDialog({ onAdd, onClose }: NewGoalDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const [title, setTitle] = useState('')
  return (
    <Dialog
      title={t('goals.add.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-goal">
            {t('goals.add.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <form
        id="new-goal"
        onSubmit={(event) => {
          event.preventDefault()
          onAdd(title.trim())
        }}
      >
        <TextField
          label={t('goals.add.name')}
          description={t('goals.add.hint')}
          value={title}
          onChange={setTitle}
          maxLength={PLAN_LIMITS.longest.name}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
