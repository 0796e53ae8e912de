import { useState } from 'react'
import { Button } from '../controls/button.js'
import { Menu } from '../controls/menu.js'
import { saveFile } from '../downloads/save-file.js'
import { Trouble } from './trouble.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface TakePaperProps {
  readonly take: (paper: 'A4' | 'Letter') => Promise<Blob>
  /** Its name on the device, which says nothing about whose it is. */
  readonly file?: string
}

/** Something as a file to print, on the paper of here or of there. (EN9) */
export function TakePaper({ take, file = 'ending.pdf' }: TakePaperProps) {
  const t = useUiMessages()
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const make = async (paper: 'A4' | 'Letter') => {
    setBusy(true)
    try {
      saveFile(await take(paper), file)
      setFailed(false)
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="ac-ending-take">
      <Menu
        label={t('ending.print.paper')}
        trigger={<Button isPending={isBusy}>{t('ending.print')}</Button>}
        choices={[
          { id: 'A4', label: t('ending.print.a4') },
          { id: 'Letter', label: t('ending.print.letter') },
        ]}
        onChoose={(id) => void make(id === 'Letter' ? 'Letter' : 'A4')}
      />
      <Trouble sentence={hasFailed ? t('ending.print.failed') : null} />
    </div>
  )
}
