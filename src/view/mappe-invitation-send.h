/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

void mappe_invitation_send_ask    (MappeMeetingStep *step, const char *sent_on, const char *reason);
void mappe_invitation_publish_ask (MappeMeetingStep *step, const char *day);

G_END_DECLS
