/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappePracticeDossier:
 *
 * A best-practice profile: context and the five I, the minimum criteria as a gate to its publication, and where it was
 * taken to. Actions: "practice.publish", "practice.withdraw", "practice.transfer".
 */
#define MAPPE_TYPE_PRACTICE_DOSSIER (mappe_practice_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappePracticeDossier, mappe_practice_dossier, MAPPE, PRACTICE_DOSSIER, MappeDossier)

G_END_DECLS
