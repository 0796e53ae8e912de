import { PaperButton } from '../../lib/paper-button.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** The note on paper, for a record that is kept elsewhere. (NO15) */
export function PrintNote({ note }: { readonly note: string }) {
  const t = useWebMessages()
  return (
    <section>
      <PaperButton address={`notes/${note}/pdf`} file="note.pdf" label={t('note.print')} />
      <p className="ac-muted ac-small">{t('note.print.audited')}</p>
    </section>
  )
}
