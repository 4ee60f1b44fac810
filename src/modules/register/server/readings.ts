import { unitCodeInput } from "#kernel/input.ts";
import { mayReadUnit, unitsInReach } from "#modules/organization/server/index.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { asOffice } from "../exporting.ts";
import { mayBringRegisters } from "../permissions.ts";
import { registerFile } from "../register-file.ts";
import { exportRegister } from "./export-register.ts";

/** The register file of a unit for somebody of its office, of an office above, or the product itself. */
const taken = reading({
  name: "registers.export",
  title: { vi: "Tệp sổ của đơn vị", en: "The register file of a unit" },
  query: z.strictObject({ unit: unitCodeInput }),
  may: "known",
  heavy: true,
  oneMoment: true,
  takesOut: true,
  api: { path: "/registers/:unit", answer: registerFile },
  async place({ db, actor, query: { unit }, today }) {
    const office = asOffice(actor);
    await mayReadUnit(db, office, unit, { on: today, today });
    return { office };
  },
  read: ({ db, query: { unit }, place: { office }, today }) => exportRegister(db, unit, office, today),
});

/** For whoever brings registers in: the units whose register they may take out. */
const units = reading({
  name: "registers.units",
  title: { vi: "Đơn vị mình được xuất sổ", en: "Units whose register one may take out" },
  query: z.strictObject({}),
  may: { anywhere: mayBringRegisters },
  read: ({ db, actor, today }) => unitsInReach(db, asOffice(actor), { current: null, today }),
});

/** Everything that can be asked of registers as files. */
export const registerReadings = { taken, units };
