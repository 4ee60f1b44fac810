export { correctBallot } from "./correct-ballot.ts";
export { ballotOf, type BallotReading } from "./find-ballot.ts";
export { recordBallot } from "./record-ballot.ts";
export { uncountedConferences, type Uncounted } from "./uncounted.ts";
export { ballotReadings } from "./readings.ts";
