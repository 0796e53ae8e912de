/** Says something politely to screen readers only: an agreement, a lapse, that somebody came or paused. */
export function Announcement({ words }: { readonly words: string }) {
  return (
    <div className="ac-hidden" role="status">
      {words}
    </div>
  )
}
