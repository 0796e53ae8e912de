interface GoalSkeletonProps {
  /** "Fetching Wren's goals…" */
  readonly sentence: string
}

/** The shape of what is coming. It shows itself only after 300 ms: quicker answers need no waiting picture. */
export function GoalSkeleton({ sentence }: GoalSkeletonProps) {
  return (
    <div className="ac-skeleton" aria-busy="true">
      <div className="ac-skeleton-margin">
        <span />
      </div>
      <div className="ac-skeleton-body">
        <span />
        <span />
        <span />
        <span />
        <p className="ac-muted ac-small" role="status">
          {sentence}
        </p>
      </div>
    </div>
  )
}
