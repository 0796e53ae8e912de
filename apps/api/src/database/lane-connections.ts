/** How many batches the commit lane has on their way at a time: while one waits for the disk another is worked on. */
export const LANE_CONNECTIONS = 2
