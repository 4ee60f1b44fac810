import { wordsToPlant, type Act, type Planted } from "./planted.ts";

export type PlantedPapers = {
  readonly planted: readonly Planted[];
  readonly conference: string;
  readonly turns: readonly string[];
  readonly codes: readonly string[];
  readonly documents: readonly string[];
};

/**
 * A conference of which nothing was put out of sight, with every paper that it brings: its notice issued,
 * letters, a reply. One person is named, one is not to be, and both gave a telephone in what they said.
 */
export async function plantPapers(act: Act, day: string, later: string): Promise<PlantedPapers> {
  const words = wordsToPlant("y");
  const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
  const topic = "Giấy tờ";
  const room = { unit: "A", form: "thematic", topic, held_on: day, chairs };
  const { id: conference } = await act("conference.record", room);
  const turns: string[] = [];
  const codes: string[] = [];
  const documents: string[] = [];
  for (const naming of ["named", "secretariat_only"] as const) {
    const speaker = words.name(
      `papers, ${naming}: name`,
      naming === "named" ? "said in the room" : "withheld",
    );
    const reached = naming === "named" ? "said in the room" : "withheld";
    const telephone = words.telephone(`papers, ${naming}: telephone`, reached);
    const said = `${words.plant(`papers, ${naming}: text`, "said in the room")}, tôi là ${speaker}, số ${telephone}`;
    const turn = await act("conference.record_turn", {
      conference,
      speaker,
      naming,
      village: "A-1",
      summary: said,
    });
    turns.push(turn.id);
    const raised = {
      unit: "A",
      field: "giao_thong",
      received_on: day,
      village: "A-1",
      conference,
      turn: turn.id,
    };
    const { code } = await act("recommendation.receive", {
      ...raised,
      text: said,
      raised_by: speaker,
      naming,
    });
    codes.push(code);
    await act("recommendation.rule", { recommendation: code, on: day, ruling: "written_answer", text: said });
  }
  const { id: notice } = await act("conclusion.draft", { conference });
  await act("conclusion.change_draft", { notice, fill: { lead: "A-KT", due: later } });
  const issued = await act("conclusion.issue", { notice, issued_on: day, sides: ["party", "government"] });
  documents.push(...(issued.papers ?? []).map(({ id }) => id));
  for (const recommendation of codes) {
    const letter = async (paper: string) => {
      const made = await act("recommendation.issue_paper", { recommendation, paper, issued_on: day });
      documents.push((made as unknown as { document: string }).document);
    };
    await letter("assignment_letter");
    await letter("reminder_letter");
    const text = `Đã xong việc của số ${words.planted.find(({ where }) => where.endsWith("telephone"))!.word}`;
    await act("recommendation.draft_answer", { recommendation, on: day, outcome: "done", text });
    await act("recommendation.approve_answer", { recommendation, on: day });
    await act("recommendation.answer", { recommendation, on: day });
    await letter("reply_letter");
  }
  return { planted: words.planted, conference, turns, codes, documents };
}
