import { useMutation } from '@tanstack/react-query'
import { Button } from '@accord/ui/controls/button'
import { Menu } from '@accord/ui/controls/menu'
import { saveFile } from '@accord/ui/downloads/save-file'
import { takePdf, type Paper } from './take-pdf.js'
import { toasts } from './toasts.js'
import { useWebMessages } from './use-web-messages.js'

interface PaperButtonProps {
  /** Below `/api/`. */
  readonly address: string
  /** Its name on the device, which says nothing about whose it is. */
  readonly file: string
  readonly label: string
}

/** Something of notes on paper, on that of here or of there. (NO15) */
export function PaperButton({ address, file, label }: PaperButtonProps) {
  const t = useWebMessages()
  const taking = useMutation({
    mutationFn: (paper: Paper) => takePdf(address, paper),
    onSuccess: (pdf) => saveFile(pdf, file),
    onError: () => toasts.add({ kind: 'failed', words: t('note.print.failed') }),
  })
  return (
    <Menu
      label={t('review.report.paper')}
      trigger={
        <Button size="small" isPending={taking.isPending}>
          {label}
        </Button>
      }
      choices={[
        { id: 'A4', label: t('review.report.a4') },
        { id: 'Letter', label: t('review.report.letter') },
      ]}
      onChoose={(id) => taking.mutate(id === 'Letter' ? 'Letter' : 'A4')}
    />
  )
}
