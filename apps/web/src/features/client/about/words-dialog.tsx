import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Button } from '@accord/ui/controls/button'
import { OnePill, type PillChoice } from '@accord/ui/controls/choice-pills'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { WordingHints } from '@accord/ui/wording/lazy'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface WordsDialogProps<Id extends string> {
  readonly title: string
  /** What it is about, and who reads it: said at the box. */
  readonly words: {
    readonly label: string
    readonly longest: number
    readonly sees: string
    /** Names the words for the hints about them. (WC8) */
    readonly textId: string
  }
  readonly choice: {
    readonly label: string
    readonly choices: readonly PillChoice<Id>[]
    readonly chosen: Id | null
    readonly onChoose: (id: Id) => void
  }
  readonly save: string
  /** Whether it can be saved without words. */
  readonly isWordless?: boolean
  readonly onSave: (words: string) => Promise<unknown>
  /** What went wrong in other words than usual; null for the usual ones. */
  readonly troubleOf?: (error: Error) => string | null
  readonly onClose: () => void
  /** Stands above the question. */
  readonly children?: ReactNode
}

/** One of a few, and a sentence about it, with its readers at the box: a step that is only ever added. */
export function WordsDialog<Id extends string>(props: WordsDialogProps<Id>) {
  const { title, words, choice, save, isWordless = false, onSave, troubleOf, onClose, children } = props
  const t = useWebMessages()
  const ui = useUiMessages()
  const [written, setWritten] = useState('')
  // Where there is nothing to choose first, one begins with the words.
  const [isChosenFor] = useState(choice.chosen !== null)
  const trimmed = written.trim()
  const saving = useMutation({ mutationFn: () => onSave(trimmed), onSuccess: onClose })
  const isReady = choice.chosen !== null && (isWordless || trimmed !== '')
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            isPending={saving.isPending}
            isDisabled={!isReady}
            onPress={() => saving.mutate()}
          >
            {save}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      {children}
      <div className="web-words-step">
        <OnePill {...choice} />
        <TextField
          label={words.label}
          lines={3}
          value={written}
          onChange={setWritten}
          maxLength={words.longest}
          description={words.sees}
          autoFocus={isChosenFor}
        />
        <WordingHints text={written} textId={words.textId} onText={setWritten} />
      </div>
      {saving.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{troubleOf?.(saving.error) ?? t('save.server')}</span>
        </p>
      )}
    </Dialog>
  )
}
