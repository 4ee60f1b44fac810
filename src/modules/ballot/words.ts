import type { BallotAnswer } from "./ballot.ts";

type Word = { readonly vi: string; readonly en: string };

export const answerWords: Record<BallotAnswer, Word> = {
  very_satisfied: { vi: "Rất hài lòng", en: "Very satisfied" },
  satisfied: { vi: "Hài lòng", en: "Satisfied" },
  neutral: { vi: "Bình thường", en: "Neutral" },
  dissatisfied: { vi: "Không hài lòng", en: "Dissatisfied" },
  very_dissatisfied: { vi: "Rất không hài lòng", en: "Very dissatisfied" },
};
