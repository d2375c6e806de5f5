/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-method.h"

G_BEGIN_DECLS

const char *mappe_cli_method_summary (const char *name);
char       *mappe_cli_fault_text     (const MappeMethod *method, const MappeMethodFault *fault, const char *cell,
                                      const GError *cause);

G_END_DECLS
