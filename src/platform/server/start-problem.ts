import { Problem } from "#kernel/problem.ts";
import { asProblem } from "./act/database-problems.ts";

/**
 * A reason why the program cannot start or a command cannot go on, told to the person at the terminal:
 * one sentence in Vietnamese, one in English, no stack.
 */
export type StartProblem = Error & { readonly vi: string; readonly en: string };

export function startProblem(vi: string, en: string, cause?: unknown): StartProblem {
  return Object.assign(new Error(en, { cause }), { name: "StartProblem", vi, en });
}

export function isStartProblem(error: unknown): error is StartProblem {
  return error instanceof Error && "vi" in error && "en" in error;
}

/** What to print for an error: both sentences when it is one of ours, otherwise the stack for the maintainer. */
export function problemText(error: unknown): string {
  if (isStartProblem(error)) return `${error.vi}\n${error.en}`;
  const problem = asProblem(error);
  if (problem instanceof Problem) return `${problem.vi}\n${problem.en}\n${(error as Error).message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Turns the file system's refusal of `path` into a sentence; anything else is passed on unchanged. */
export function folderProblem(error: unknown, path: string): unknown {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return startProblem(
        `Không ghi được vào “${path}”: thư mục chỉ đọc hoặc thuộc người dùng khác.`,
        `Cannot write to “${path}”: it is read-only or belongs to another user.`,
        error,
      );
    case "ENOSPC":
    case "EDQUOT":
      return diskFull(path, error);
    case "ENOENT": // also what making a folder on a read-only disk answers
      return startProblem(
        `Không có và không tạo được thư mục “${path}”.`,
        `There is no folder “${path}”, and it could not be made.`,
        error,
      );
    case "EEXIST":
    case "ENOTDIR":
      return startProblem(`“${path}” không phải là thư mục.`, `“${path}” is not a folder.`, error);
    default:
      return error;
  }
}

export function diskFull(path: string, cause?: unknown): StartProblem {
  return startProblem(
    `Ổ đĩa chứa “${path}” đã đầy hoặc gần đầy; hãy giải phóng chỗ rồi chạy lại.`,
    `The disk holding “${path}” is full or nearly full; free some space and start again.`,
    cause,
  );
}
