export default {"land":"_BgiEA5FCEQTMEIXBZQKewBmBYMcOSaGEMSIAYeMasBQO","labels":[]};
