import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface StopSheetProps {
  readonly isStopping: boolean
  readonly onStop: () => void
  readonly onClose: () => void
}

/** Says what ends with the work, before it does. (CO7) */
export function StopSheet({ isStopping, onStop, onClose }: StopSheetProps) {
  const t = usePortalMessages()
  return (
    <Sheet title={t('consent.stop.title')} isOpen onClose={onClose}>
      <div className="pt-take">
        <p>{t('consent.stop.what')}</p>
        <p className="ac-muted">{t('consent.stop.back')}</p>
        <Button kind="danger" block size="large" isPending={isStopping} onPress={onStop}>
          {t('consent.stop.do')}
        </Button>
        <Button block size="large" onPress={onClose}>
          {t('consent.stop.keep')}
        </Button>
      </div>
    </Sheet>
  )
}
