/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-vote-acts.h"

G_BEGIN_DECLS

void mappe_ballot_count (const MappeBallot *ballot, MappeBallot *counted);

G_END_DECLS
